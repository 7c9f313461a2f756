"""Leaks: finished bytes are searched, decoded, for what must not stand in them (R4, R9: GDPR, NY Civil Rights Law s.51, ICF Code of Ethics)."""
