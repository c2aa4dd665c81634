"""As LibreOffice lays a deck out, with autofit off, no words leave their box."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from leafdeck.model import Deck, Words
from tests.deck_pieces import theme
from tests.decks import SHIPPED, parts, planned, shipped
from tests.libreoffice import requires_libreoffice
from tests.overflow import overflowing, without_autofit


@requires_libreoffice
@pytest.mark.parametrize(("deck", "tag"), SHIPPED)
def test_no_words_leave_their_box(deck: str, tag: str, tmp_path: Path) -> None:
    assert overflowing(planned(deck, tag), theme(), tmp_path) == []


def swollen(deck: Deck, slide: str, name: str) -> Deck:
    """One slide of *deck*, with the words of one placeholder five times."""
    (chosen,) = [each for each in deck.slides if each.id == slide]
    words = dict(chosen.fills)[name]
    assert isinstance(words, Words)
    return replace(deck, slides=(replace(chosen, fills=((name, replace(words, paras=words.paras * 5)),)),))


@requires_libreoffice
@pytest.mark.parametrize(
    ("tag", "slide", "name"),
    [
        ("en", "testing", "points"),  # grows downwards
        ("ar", "testing", "title"),  # grows upwards
        ("ar", "risks.warning-signs", "today"),  # grows both ways, into its neighbours
        ("de", "testing", "source"),
    ],
)
def test_words_that_leave_their_box_are_found(tag: str, slide: str, name: str, tmp_path: Path) -> None:
    (found,) = overflowing(swollen(planned("risks", tag), slide, name), theme(), tmp_path)
    assert found.startswith(f"{slide} {name}: ")


def test_autofit_is_off_where_it_was_on() -> None:
    before, after = shipped("risks", "en"), without_autofit(shipped("risks", "en"))
    assert any(b"normAutofit" in part for part in parts(before).values())
    assert not any(b"normAutofit" in part for part in parts(after).values())
