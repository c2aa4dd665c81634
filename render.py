"""The doorway to the engine's command line: `.venv/bin/python render.py --help`, or `./dev --help`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))

from leafdeck.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
