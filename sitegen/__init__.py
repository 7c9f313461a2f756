"""sitegen: a coach's Markdown and YAML files become a fast, honest, beautiful static site."""
