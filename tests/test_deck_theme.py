"""The design of decks: read whole or not at all, legible, and with room for every box."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import get_args

import pytest

from leafdeck.model import LayoutName
from leafdeck.powerpoint.xml import SLOTS
from leafdeck.project.theme import COLOURS, NEEDED, read_theme
from tests.deck_pieces import theme
from tests.projects import REPOSITORY, edit

FILE = "templates/slides/theme.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(REPOSITORY / "templates", tmp_path / "templates")
    return tmp_path


def test_every_layout_is_there() -> None:
    assert sorted(layout.name for layout in theme().layouts) == sorted(get_args(LayoutName)) == sorted(NEEDED)


def test_the_colours_of_a_theme_are_those_powerpoint_has_places_for() -> None:
    assert set(SLOTS) == COLOURS


def test_nothing_a_theme_names_lies_outside_the_slide_or_below_its_floor() -> None:
    shipped = theme()
    for layout in shipped.layouts:
        for box in (*layout.placeholders, *shipped.foot):
            assert 0 <= box.x <= shipped.width - box.width, (layout.name, box.name)
            assert 0 <= box.y <= shipped.height - box.height, (layout.name, box.name)
            assert min(box.sizes) >= shipped.source_size, (layout.name, box.name)
            assert list(box.sizes) == sorted(box.sizes, reverse=True), (layout.name, box.name)


def test_boxes_of_a_layout_do_not_overlap() -> None:
    for layout in theme().layouts:
        boxes = [*layout.placeholders, *theme().foot]
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                beside = one.x + one.width <= other.x + 1e-6 or other.x + other.width <= one.x + 1e-6
                above = one.y + one.height <= other.y + 1e-6 or other.y + other.height <= one.y + 1e-6
                assert beside or above, (layout.name, one.name, other.name)


def luminance(colour: str) -> float:
    """Relative luminance of an RRGGBB colour (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_stand_out_from_what_they_stand_on() -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1, and 3 to 1 from 24 points, or 18.66 where bold."""
    shipped = theme()
    values = dict(shipped.colours)
    for layout in shipped.layouts:
        for box in layout.placeholders:
            large = min(box.sizes) >= (18.66 if box.bold else 24)
            found = contrast(values[box.colour], values[box.fill or layout.background])
            assert found >= (3 if large else 4.5), (layout.name, box.name, found)
        assert contrast(values[layout.footer_colour], values[layout.background]) >= 4.5, layout.name


def test_contrast_is_measured_as_it_is_defined() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('colour = "paper", anchor', 'colour = "papr", anchor', ("unknown-colour", "`papr`")),
        ('name = "quote"\n', 'name = "quot"\n', ("wrong-value", "quot")),
        ('deep = "0B3C49"', 'deep = "0b3c4"', ("wrong-value", "deep")),
        ("cell_inset", "cel_inset", ("unknown-key", "cel_inset")),
        ('mist = "', 'fog = "', ("unknown-colour", "`fog`")),
        ('name = "speaker"', 'name = "voice"', ("missing-placeholder", "`speaker`")),
        ('name = "table", kind = "table"', 'name = "table", kind = "body"', ("wrong-value", "`body`")),
        ('kind = "footer"', 'kind = "number"', ("missing-placeholder", "`footer`")),
        ('name = "quote"\n', 'name = "section"\n', ("repeated-name", "`section`")),
        ('name = "speaker"', 'name = "quote"', ("repeated-name", "quote")),
        ("sizes = [36, 32, 28,", "sizes = [28, 32, 36,", ("wrong-value", "The sizes of quote")),
        ("sizes = [36, 32, 28,", "sizes = [36, 32, 11,", ("wrong-value", "The sizes of quote")),
        ("sizes = [36, 32, 28,", "sizes = [36, 32, -1,", ("wrong-value", "sizes")),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_a_mistake_is_told_with_its_place(root: Path, old: str, new: str, told: tuple[str, str]) -> None:
    edit(root, FILE, old, new)
    found, findings = read_theme(root)
    assert found is None
    assert any(finding.id == told[0] and told[1] in finding.message for finding in findings), findings
    assert all(finding.place.path == FILE and finding.place.line for finding in findings)


def test_a_missing_layout_is_told(root: Path) -> None:
    path = root / FILE
    words = path.read_text(encoding="utf-8")
    start = words.index('[[layouts]]\nname = "quote"')
    path.write_text(words[:start] + words[words.index("[[layouts]]", start + 1) :], encoding="utf-8")
    found, findings = read_theme(root)
    assert found is None
    assert [(finding.id, finding.message) for finding in findings] == [
        ("missing-layout", "The theme has no layout `quote`.")
    ]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    found, findings = read_theme(tmp_path)
    assert found is None
    assert [finding.place.path for finding in findings] == [FILE]
