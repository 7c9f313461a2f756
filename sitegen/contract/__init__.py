"""What every finished page promises, measured on its own bytes."""
