"""The doorway to the engine's command line: `.venv/bin/python render.py --help`, or `./dev --help`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))

try:
    from leafdeck.cli import main
except ModuleNotFoundError as missing:
    print(f"A library is missing: {missing.name}. Run ./dev, which installs it.", file=sys.stderr)
    raise SystemExit(3) from None

if __name__ == "__main__":
    raise SystemExit(main())
