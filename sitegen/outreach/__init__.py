"""The back office: the people who already trust her, kept up with, privately. It imports `common` only, and nothing that builds the site imports it."""
