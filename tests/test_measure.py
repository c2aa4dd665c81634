"""Font files are found by the names inside them, and lines are counted as a slide will break them."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.language import describe
from leafdeck.measure import FontFile, Ruler, font_folders, line_pitch, ruler, typefaces

LATIN = dict.fromkeys(" !,.-\u2011abcdefghijklmnopqrstuvwxyzéABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 500)
CHINESE = dict.fromkeys("患者都好了。，「」的人", 1000)
THAI = dict.fromkeys("ผปวยทคนหาจกรโุู้่", 600)
ARABIC = dict.fromkeys("العربيةمرضى", 400)


def font(family: str, weight: int, widths: Mapping[str, int], italic: bool = False, width_class: int = 5) -> TTFont:
    """A font of empty glyphs with these advances, 1000 units an em."""
    names = {character: f"u{ord(character):04X}" for character in widths}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(character): name for character, name in names.items()})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in (".notdef", *names.values())})
    builder.setupHorizontalMetrics({".notdef": (750, 0), **{names[each]: (widths[each], 0) for each in widths}})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(usWeightClass=weight, usWidthClass=width_class, fsSelection=1 if italic else 0)
    builder.setupPost()
    return builder.font


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fonts as a system has them, with a bold Latin a fifth wider than the regular one."""
    folder = tmp_path_factory.mktemp("fonts")
    font("Liberation Sans", 400, LATIN).save(folder / "LiberationSans-Regular.ttf")
    font("Liberation Sans", 700, dict.fromkeys(LATIN, 600)).save(folder / "LiberationSans-Bold.ttf")
    font("Liberation Sans", 400, LATIN, italic=True).save(folder / "LiberationSans-Italic.ttf")
    font("Liberation Sans", 400, LATIN, width_class=3).save(folder / "LiberationSans-Condensed.ttf")
    font("Noto Sans Thai", 400, THAI).save(folder / "NotoSansThai-Regular.ttf")
    font("Noto Sans Arabic", 400, ARABIC).save(folder / "NotoSansArabic-Regular.ttf")
    collection = TTCollection()
    collection.fonts = [font(f"Noto Sans CJK {each}", 400, CHINESE) for each in ("JP", "SC")]
    (folder / "opentype").mkdir()
    collection.save(folder / "opentype" / "NotoSansCJK-Regular.ttc")
    return folder


def made(tag: str, folder: Path) -> Ruler:
    found, findings = ruler(describe(tag), [folder])
    assert found is not None
    assert not findings
    return found


# --- typefaces


def test_a_family_is_found_by_the_names_inside_its_files(folder: Path) -> None:
    (face,), missing = typefaces(["Liberation Sans", "Nowhere Sans", "Nowhere Sans"], [folder])
    assert face.files == (folder / "LiberationSans-Regular.ttf", folder / "LiberationSans-Bold.ttf")
    assert missing == ("Nowhere Sans",)


def test_a_family_in_a_collection_has_its_index(folder: Path) -> None:
    (face,), _ = typefaces(["Noto Sans CJK SC"], [folder])
    assert face.regular == FontFile(folder / "opentype" / "NotoSansCJK-Regular.ttc", 1)
    assert face.bold == face.regular  # no bold face is installed


def test_a_file_may_be_called_anything_and_lie(tmp_path: Path) -> None:
    font("House Style", 400, LATIN).save(tmp_path / "corporate.ttf")
    font("Other", 400, LATIN).save(tmp_path / "HouseStyle-Regular.ttf")
    (face,), _ = typefaces(["House Style"], [tmp_path])
    assert face.files == (tmp_path / "corporate.ttf",)


def test_files_that_are_no_fonts_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "LiberationSans-Regular.ttf").write_bytes(b"not a font")
    (tmp_path / "LiberationSans-Bold.ttf").mkdir()
    (tmp_path / "LiberationSans-Lost.ttf").symlink_to(tmp_path / "nowhere")
    (tmp_path / "round").symlink_to(tmp_path)
    assert typefaces(["Liberation Sans"], [tmp_path, tmp_path / "absent"]) == ((), ("Liberation Sans",))


def test_a_font_that_has_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "LiberationSans-Regular.ttf"
    font("Liberation Sans", 400, LATIN).save(path)
    assert typefaces(["Liberation Sans"], [tmp_path])[1] == ()
    font("Something Else", 400, LATIN).save(path)
    os.utime(path, ns=(1, 1))
    assert typefaces(["Liberation Sans"], [tmp_path])[1] == ("Liberation Sans",)


def test_the_earlier_folder_wins(folder: Path, tmp_path: Path) -> None:
    font("Liberation Sans", 400, LATIN).save(tmp_path / "LiberationSans-Regular.ttf")
    (face,), _ = typefaces(["Liberation Sans"], [tmp_path, folder])
    assert face.regular.path.parent == tmp_path


def test_folders_of_ones_own_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEAFDECK_FONT_PATH", os.pathsep.join(["", str(tmp_path), "/nowhere/at/all"]))
    folders = font_folders()
    assert folders[0] == tmp_path
    assert all(each.is_dir() for each in folders)


# --- widths


def test_widths_are_the_advances_of_the_font() -> None:
    """ "No" has no kerning pair, so its width is the sum of two advances."""
    (installed,), _ = typefaces(["Liberation Sans"], font_folders())
    found, _ = ruler(describe("en"), font_folders())
    assert found is not None
    for bold, file in ((False, installed.regular), (True, installed.bold)):
        opened = TTFont(file.path, fontNumber=file.index)
        advances = sum(opened["hmtx"][opened.getBestCmap()[ord(character)]][0] for character in "No")
        assert found.width("No", 12, bold) == pytest.approx(12 * advances / opened["head"].unitsPerEm)


def test_width_grows_with_size_and_weight(folder: Path) -> None:
    measure = made("en", folder)
    assert measure.width("abcd", 10) == 20
    assert measure.width("abcd", 20) == 40
    assert measure.width("abcd", 10, bold=True) == 24


def test_each_character_is_set_in_the_first_font_that_has_it(folder: Path) -> None:
    measure = made("en", folder)
    assert measure.width("ab患者", 10) == 10 + 20  # installed, though English does not need it
    assert measure.width("ہ", 10) == 7.5  # no font has it: the mark for a missing glyph
    assert measure.width("龍", 10) == 10


@pytest.mark.parametrize(
    ("words", "lacking"),
    [
        ("A b, c.", ""),
        ("患者 car العربية", ""),  # installed, though English does not need it
        ("\u0378 a \ue000, \u0378", "\u0378\ue000"),  # nobody's character, a private one: each is named once
        ("a 😀", "😀"),
        ("e\u0301", ""),  # the letter with its accent is there
        ("a\u0301", "\u00e1"),
        ("a\u00a0\u2009\t\nb\u200f\u200d\ufe0f", ""),  # spaces and marks that are never drawn
    ],
)
def test_characters_that_no_font_has_are_known(folder: Path, words: str, lacking: str) -> None:
    assert made("en", folder).lacks(words) == lacking


@given(st.text())
def test_only_characters_of_the_text_are_lacking_and_never_one_that_is_not_drawn(folder: Path, words: str) -> None:
    lacking = made("en", folder).lacks(words)
    assert len(set(lacking)) == len(lacking)
    assert set(lacking) <= set(unicodedata.normalize("NFC", words))
    assert not any(character.isspace() for character in lacking)


@pytest.mark.parametrize(("tag", "family"), [("zh-Hant", "Noto Sans CJK TC"), ("hi", "Noto Sans Devanagari")])
def test_a_missing_measuring_font_is_a_finding(folder: Path, tag: str, family: str) -> None:
    found, (finding,) = ruler(describe(tag), [folder])
    assert found is None
    assert (finding.id, finding.level, finding.locale) == ("missing-font", "error", tag)
    assert family in finding.message


def test_every_missing_font_is_named_at_once(tmp_path: Path) -> None:
    _, findings = ruler(describe("ar"), [tmp_path])
    assert [finding.message.split("typeface ")[1].split(";")[0] for finding in findings] == [
        "Liberation Sans",
        "Noto Sans Arabic",
    ]


# --- lines. At 10 points a Latin character is 5 points wide, a Chinese one 10, and all count 3 % more.


@pytest.mark.parametrize(
    ("tag", "text", "width", "lines"),
    [
        ("en", "", 100, 1),
        ("en", "aaaa bbbb", 47, 1),
        ("en", "aaaa bbbb", 46, 2),
        ("en", "aaaa bbbb ", 47, 1),  # a space at the end of a line takes no room
        ("en", "aaaa\nbbbb", 100, 2),
        ("en", "CAR-T", 20.7, 2),  # a hyphen ends a line
        ("en", "CAR\u2011T", 26, 1),
        ("en", "see CAR\u2011T", 26, 2),  # the hyphen that does not
        ("en", "aaaaaaaaaa", 26, 2),  # a word too long is broken
        ("en", "b aaaaaaaaaa", 26, 3),  # on a line of its own
        ("en", "aaaa", 0, 4),
        ("en", "aaaa", -5, 4),
        ("zh-Hans", "患者都好了", 31, 2),
        ("zh-Hans", "患者都好。", 42, 2),  # a full stop starts no line: it takes a character with it
        ("zh-Hans", "患者「都好」", 31, 2 + 1),
        ("zh-Hans", "患者car", 38, 2),  # 20 + 15 and a quarter em between the scripts
        ("zh-Hans", "患者car", 39, 1),
        ("th", "ผู้ป่วยทุกคนหายจากโรค", 1000, 1),
        ("th", "ผู้ป่วยทุกคน", 45, 2),  # between words, though no space shows them
    ],
)
def test_line_counts(folder: Path, tag: str, text: str, width: float, lines: int) -> None:
    assert made(tag, folder).lines(text, width, 10) == lines


def test_thai_breaks_between_words(folder: Path) -> None:
    """ผู้|ป่วย|ทุก|คน: a box that holds the longest word holds every word whole."""
    measure = made("th", folder)
    words = ["ผู้", "ป่วย", "ทุก", "คน"]
    room = max(measure.width(word, 10) for word in words) * 1.031
    assert measure.lines("".join(words), room, 10) == 4


def test_emoji_do_not_shift_the_breaks(folder: Path) -> None:
    """ICU counts an emoji as two units."""
    assert made("en", folder).lines("😀😀 aaaa bbbb", 47, 10) == made("en", folder).lines("龍龍 aaaa bbbb", 47, 10) == 2


def test_bold_runs_are_measured_bold(folder: Path) -> None:
    measure = made("en", folder)
    assert measure.lines_of([("aaaa ", False), ("bbbb", False)], 47, 10) == 1
    assert measure.lines_of([("aaaa ", False), ("bbbb", True)], 47, 10) == 2
    assert measure.lines_of([("aaaa b", False), ("bbb", True)], 47, 10) == 2  # within a word
    assert measure.lines_of([], 47, 10) == 1


@given(
    text=st.text("ab cdé-,\n患者。，「」ผู้ป่วยالعربية", max_size=40),
    widths=st.tuples(st.floats(1, 300), st.floats(1, 300)),
    bold=st.booleans(),
)
def test_a_narrower_box_never_takes_fewer_lines(
    folder: Path, text: str, widths: tuple[float, float], bold: bool
) -> None:
    measure = made("zh-Hans", folder)
    narrow, wide = sorted(widths)
    assert measure.lines(text, narrow, 10, bold) >= measure.lines(text, wide, 10, bold)


@given(text=st.text("ab cdé-\n", max_size=40), cut=st.integers(0, 40))
def test_cutting_a_paragraph_into_runs_changes_nothing(folder: Path, text: str, cut: int) -> None:
    measure = made("en", folder)
    assert measure.lines_of([(text[:cut], False), (text[cut:], False)], 47, 10) == measure.lines(text, 47, 10)


# --- heights


@pytest.mark.parametrize(
    ("tag", "pitch"),
    [("en", 1.2), ("he", 1.2), ("ar", 1.25), ("fa", 1.25), ("ur", 1.9), ("zh-Hans", 1.32), ("ja", 1.35), ("ko", 1.35),
     ("th", 1.36), ("hi", 1.4)],
)  # fmt: skip
def test_line_pitch(tag: str, pitch: float) -> None:
    assert line_pitch(describe(tag)) == pitch


def test_the_first_paragraph_of_a_box_has_no_space_before_it(folder: Path) -> None:
    measure = made("en", folder)
    assert measure.height([2, 1], 10) == pytest.approx(36)
    assert measure.height([2, 1], 10, before=[6, 6]) == pytest.approx(42)
    assert measure.height([2, 1], 10, spacing=0.9, before=[6, 6]) == pytest.approx(38.4)
    assert measure.height([], 10) == 0
