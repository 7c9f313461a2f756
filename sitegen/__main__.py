"""`python -m sitegen` is the same as the `sitegen` command."""

from sitegen.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
