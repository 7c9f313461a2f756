"""The shop window's stock: public content as typed, frozen models, the proof rules, the named queries."""
