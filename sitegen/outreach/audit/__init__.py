"""The leak audit: finished bytes are searched for what stands in the private files (R9: GDPR, ICF Code of Ethics)."""
