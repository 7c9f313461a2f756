"""The actions of `sitegen outreach`, one module a group, and what they share with `today` and `forget`."""
