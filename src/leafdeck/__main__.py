"""`python -m leafdeck` is the command line."""

from leafdeck.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
