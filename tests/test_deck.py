"""A piece becomes a plan of slides: what stands on them, at what size, on how many, and what cannot."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from leafdeck.deck import plan
from leafdeck.deck.fit import beside
from leafdeck.model import (
    Bars,
    Chart,
    ChartRow,
    Column,
    Deck,
    Finding,
    Grid,
    Piece,
    Place,
    Slide,
    Speaker,
    Stat,
    Steps,
    Table,
    TwoLists,
    Urgency,
    UrgencyLevel,
    Words,
    badge_size,
    beside_badge,
)
from tests.deck_pieces import bullets, even, piece, section, shown, text, theme
from tests.goldens import Golden

SENTENCE = "Nobody can tell yet how long it lasts, or whom it helps most. "


def planned(made: Piece) -> Deck:
    deck, findings = plan(made, theme(), even(made.language.tag))
    assert deck is not None, findings
    return deck


def refused(made: Piece) -> Finding:
    deck, findings = plan(made, theme(), even(made.language.tag))
    assert deck is None
    (finding,) = [each for each in findings if each.level == "error"]
    return finding


def own(deck: Deck) -> list[Slide]:
    """The slides of the sections, without those every deck has."""
    return [slide for slide in deck.slides if slide.id.startswith("small.")]


def words(slide: Slide, name: str) -> str:
    fill = dict(slide.fills)[name]
    assert isinstance(fill, Words)
    return "\n".join("".join(run.text for run in para.runs) for para in fill.paras)


def size(slide: Slide, name: str) -> float:
    fill = dict(slide.fills)[name]
    assert isinstance(fill, Words)
    return fill.size


def badges(slide: Slide) -> dict[str, str]:
    return {name: fill.badge for name, fill in slide.fills if isinstance(fill, Words) and fill.badge}


def notes(slide: Slide) -> list[str]:
    return ["".join(run.text for run in para.runs) for para in slide.notes]


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_plan_of_a_piece_with_every_block(tag: str, golden: Golden) -> None:
    golden(f"deck/small.{tag}.txt", shown(planned(piece(tag))))


# --- what every deck has


def test_no_deck_goes_without_its_disclosure_and_that_it_is_still_being_tested() -> None:
    deck = planned(piece("en", section("one", "One")))
    assert [slide.id for slide in deck.slides] == [
        "title", "disclosure", "testing", "small.one", "questions", "references", "about"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        (None, "The speaker has not filled in this slide yet."),
        (Speaker("Ada Example", "A hospital", ()), "Ada Example\nA hospital\nNothing to disclose"),
        (
            Speaker("Ada Example", "A hospital", ("A grant", "A firm")),
            "Ada Example\nA hospital\nInterests: A grant, A firm",
        ),
    ],
    ids=["nobody", "nothing", "interests"],
)
def test_the_disclosure_names_the_speaker_and_their_interests(speaker: Speaker | None, told: str) -> None:
    deck = planned(piece("en", section("one", "One"), speaker=speaker))
    assert words(deck.slides[1], "points") == told
    assert deck.publisher == (speaker.name if speaker else "")


def test_a_deck_without_sources_has_no_slide_for_them() -> None:
    deck = planned(piece("en", section("one", "One"), references=(), numbers_of=()))
    assert "references" not in [slide.id for slide in deck.slides]


def test_a_cut_shows_the_sections_that_fit_its_minutes() -> None:
    sections = [section(f"s{cut}", f"Cut {cut}", cut=cut) for cut in (5, 15, 30)]
    shown = {cut: own(planned(piece("en", *sections, edition=cut))) for cut in ("5", "15", "30")}
    assert {cut: len(slides) for cut, slides in shown.items()} == {"5": 1, "15": 2, "30": 3}


def test_a_section_without_slide_words_has_no_slide() -> None:
    silent = section("one", "One")
    silent = replace(silent, section=replace(silent.section, slide=None))
    assert own(planned(piece("en", silent))) == []


def test_the_footer_says_draft_and_machine_and_version() -> None:
    def footer(**changes: object) -> str:
        return "".join(run.text for run in planned(piece("en", section("one", "One"), **changes)).footer.runs)

    assert footer() == "Draft · Version 0.1"
    assert footer(machine=3) == "Draft · Machine translation · Version 0.1"
    assert footer(profile="release") == "Version 0.1"


def test_topics_after_the_first_open_with_a_slide_of_their_own() -> None:
    deck = planned(piece("en", section("one", "One"), section("two", "Two", topic="second")))
    assert [(slide.id, slide.part) for slide in deck.slides[3:6]] == [
        ("small.one", "CAR-T in few words"),
        ("second", "The treatment"),
        ("second.two", "The treatment"),
    ]


# --- sources and notes


def test_the_source_line_names_the_sources_cited_on_that_slide_and_how_sure_we_are() -> None:
    (slide,) = own(planned(piece("en", section("one", "One [@series]", sure="Rests on small groups."))))
    sure = "How sure are we? Early signs only · Rests on small groups. As of 2024."
    assert words(slide, "source") == f"{sure}\nSource: [2] Müller 2024"
    assert badges(slide) == {"source": "early"}


def test_a_slide_that_cites_nothing_says_how_sure_we_are_and_no_source() -> None:
    (slide,) = own(planned(piece("en", section("one", "One", sure="Rests on small groups."))))
    assert words(slide, "source").endswith("As of 2024.")
    (slide,) = own(planned(piece("en", section("one", "One"))))
    assert "source" not in dict(slide.fills)


def test_every_slide_of_a_section_has_its_badge() -> None:
    deck = planned(piece("en", section("one", "One [@series]", (SENTENCE,) * 30, sure="Rests on small groups.")))
    assert len(own(deck)) > 1
    assert all(badges(slide) == {"source": "early"} for slide in own(deck))


def test_a_deck_that_shows_badges_explains_all_four_and_no_other_deck_does() -> None:
    deck = planned(piece("en", section("one", "One", sure="Rests on small groups.")))
    (slide,) = [each for each in deck.slides if each.id == "legend"]
    assert badges(slide) == {badge: badge for badge in ("strong", "some", "early", "unknown")}
    assert words(slide, "early") == "Early signs only · Rests on small studies."
    assert "legend" not in [each.id for each in planned(piece("en", section("one", "One"))).slides]


def test_words_beside_a_badge_have_less_room() -> None:
    box = theme().layout("bullets").placeholder("source")
    assert beside(box, None) == box
    assert beside(box, "early").width == box.width - beside_badge(box) < box.width - badge_size(box)[0]


def test_too_many_words_about_how_sure_we_are_are_told() -> None:
    finding = refused(piece("en", section("one", "One [@series]", sure=SENTENCE * 9)))
    assert finding.id == "slide-too-full"
    assert "source" in finding.message


def test_a_bar_says_in_how_many_people_the_illness_came_back() -> None:
    rows = (
        ChartRow(text("First group"), Decimal(3), Decimal(11), "series", Place("x"), Decimal(1)),
        ChartRow(text("Second group"), Decimal(3), Decimal(4), "series", Place("x"), "not-reported"),
        ChartRow(text("Third group"), Decimal(2), Decimal(4), "series", Place("x")),
    )
    (slide,) = own(planned(piece("en", section("one", "One", blocks=(Chart("dots", text(""), rows, None, None),)))))
    chart = dict(slide.fills)["chart"]
    assert isinstance(chart, Bars)
    assert [bar.name for bar in chart.bars] == [
        "First group · Came back: 1 of 11", "Second group · Came back: not reported", "Third group",
    ]  # fmt: skip
    assert "First group: 3 of 11 · Came back: 1 of 11; Second group: 3 of 4" in chart.alt


def test_more_sources_than_the_foot_holds_stand_there_as_numbers() -> None:
    made = piece("en", section("one", "One [@many]"))
    first = made.references[0]
    references = tuple(replace(first, number=number) for number in range(1, 41))
    numbers = tuple(range(1, 41))
    (slide,) = own(planned(replace(made, references=references, numbers_of=(("many", numbers),))))
    assert words(slide, "source") == "Source: " + ", ".join(map(str, numbers))


def test_a_title_slide_has_no_foot_for_sources_and_its_notes_name_them() -> None:
    deck = planned(piece("en", section("one", "One"), standfirst=text("Small studies [@series].")))
    assert "source" not in dict(deck.slides[0].fills)
    assert notes(deck.slides[0])[-1].startswith("[2] Müller F")


def test_neighbouring_citations_are_one_small_mark_that_no_line_parts() -> None:
    (slide,) = own(planned(piece("en", section("one", "One [@what][@series] and more"))))
    assert words(slide, "title") == "One\u00a0[1,\u00a02] and more"


def test_notes_are_the_spoken_words_with_their_sources_in_full() -> None:
    (slide,) = own(planned(piece("en", section("one", "One", say="It was one hospital [@series]."))))
    said, heading, source = notes(slide)
    assert said == "It was one hospital\u00a0[2]."
    assert heading == "Sources"
    assert source.startswith("[2] Müller F")
    assert source.endswith("https://doi.example/10.1000/2")


def test_notes_break_names_as_any_text_does_and_slides_do_not() -> None:
    (slide,) = own(planned(piece("en", section("one", "What CAR-T is", say="CAR-T is new."))))
    assert words(slide, "title") == "What CAR\u2011T is"
    assert notes(slide) == ["CAR-T is new."]


def test_a_slide_that_goes_on_has_its_own_title_for_notes() -> None:
    points = tuple(SENTENCE * 2 for _ in range(12))
    slides = own(planned(piece("en", section("one", "One", points))))
    assert [notes(slide)[0] for slide in slides[1:]] == [words(slide, "title") for slide in slides[1:]]


# --- sizes and splits


@pytest.mark.parametrize(
    ("points", "sizes"), [(2, [28]), (6, [28]), (7, [22]), (8, [18]), (9, [28, 28]), (14, [22, 22])]
)
def test_points_step_down_the_ladder_and_then_go_on(points: int, sizes: list[float]) -> None:
    slides = own(planned(piece("en", section("one", "One", ("A short point",) * points))))
    assert [size(slide, "points") for slide in slides] == sizes


def test_a_slide_that_goes_on_says_which_part_it_is() -> None:
    points = tuple(f"{number}. {SENTENCE * 2}" for number in range(12))
    slides = own(planned(piece("en", section("one", "One [@series]", points))))
    assert [(slide.id, words(slide, "title")) for slide in slides] == [
        ("small.one", "One\u00a0[2]"),
        ("small.one+2", "One\u00a0[2] (2\u00a0of\u00a03)"),
        ("small.one+3", "One\u00a0[2] (3\u00a0of\u00a03)"),
    ]
    told = [line.split(".")[0] for slide in slides for line in words(slide, "points").split("\n")]
    assert told == [str(number) for number in range(12)]


def test_parts_of_one_list_are_equal_in_size_and_nearly_in_length() -> None:
    slides = own(planned(piece("en", section("one", "One", tuple(SENTENCE for _ in range(13))))))
    counts = [words(slide, "points").count("\n") + 1 for slide in slides]
    assert sum(counts) == 13
    assert max(counts) - min(counts) <= 1
    assert len({size(slide, "points") for slide in slides}) == 1


def test_a_point_keeps_those_under_it() -> None:
    points = tuple(line for _ in range(9) for line in (SENTENCE, f"-{SENTENCE}"))
    slides = own(planned(piece("en", section("one", "One", points))))
    for slide in slides:
        fill = dict(slide.fills)["points"]
        assert isinstance(fill, Words)
        assert [para.level for para in fill.paras] == [0, 1] * (len(fill.paras) // 2)


def test_a_table_goes_on_under_its_header() -> None:
    header = tuple(text(cell) for cell in ("Question", "Answer"))
    rows = tuple((text(f"Row {number}"), text(SENTENCE * 2)) for number in range(14))
    slides = own(planned(piece("en", section("one", "One", blocks=(Table(text("A table"), header, rows),)))))
    grids = [dict(slide.fills)["table"] for slide in slides]
    assert len(grids) > 1
    for grid in grids:
        assert isinstance(grid, Grid)
        assert [cell.paras[0].runs[0].text for cell in grid.rows[0]] == ["Question", "Answer"]
        assert sum(grid.widths) == pytest.approx(1, abs=0.001)
        box = theme().layout("table").placeholder("table")
        assert sum(grid.heights) <= box.height * 72
    assert sum(len(grid.rows) - 1 for grid in grids if isinstance(grid, Grid)) == 14


def test_a_chart_goes_on_where_its_bars_have_no_room() -> None:
    rows = tuple(ChartRow(text(f"Group {n}"), Decimal(n), Decimal(20), "series", Place("x")) for n in range(12))
    slides = own(planned(piece("en", section("one", "One", blocks=(Chart("dots", text("People"), rows, None, None),)))))
    drawn = [dict(slide.fills)["chart"] for slide in slides]
    assert [len(bars.bars) for bars in drawn if isinstance(bars, Bars)] == [4, 4, 4]
    assert all(words(slide, "caption") == "People" for slide in slides)


def test_steps_take_the_layout_made_for_their_number() -> None:
    def layouts(count: int) -> list[str]:
        steps = Steps(bullets(*["A step"] * count).items)
        return [slide.layout for slide in own(planned(piece("en", section("one", "One", blocks=(steps,)))))]

    assert layouts(2) == ["bullets"]
    assert layouts(3) == ["steps-3"]
    assert layouts(6) == ["steps-6"]
    assert layouts(8) == ["steps-4", "steps-4"]


def urgency(now: int, today: int) -> Urgency:
    def level(name: str, signs: int) -> UrgencyLevel:
        return UrgencyLevel(name, text(f"call {name}"), bullets(*(f"{name} {each}" for each in range(signs))))  # type: ignore[arg-type]

    return Urgency((level("now", now), level("today", today), level("next-visit", 1)))


def test_signs_beyond_the_room_of_their_level_stand_in_its_place_on_the_next_slide() -> None:
    first, second = own(planned(piece("en", section("one", "One", blocks=(urgency(2, 6),)))))
    assert words(second, "title") == "One (2\u00a0of\u00a02)"
    assert words(first, "today").split("\n") == ["Call today", "today 0", "today 1", "today 2"]
    assert words(second, "today").split("\n") == ["Call today", "today 3", "today 4", "today 5"]
    assert words(second, "today-level") == "Today"
    assert [name for name, _ in second.fills] == ["title", "today-level", "today"]


def test_signs_for_now_never_go_on_another_slide() -> None:
    deck, findings = plan(piece("en", section("one", "One", blocks=(urgency(7, 1),))), theme(), even("en"))
    assert deck is None
    assert [(each.id, "now, English" in each.message) for each in findings] == [("slide-too-full", True)]


def test_levels_of_urgency_are_of_one_size() -> None:
    (slide,) = own(planned(piece("en", section("one", "One", blocks=(urgency(4, 1),)))))
    assert len({size(slide, name) for name in ("now", "today", "next-visit")}) == 1


def test_two_lists_go_on_side_by_side() -> None:
    lists = TwoLists(
        Column(text("Known"), bullets(*[SENTENCE] * 3).items), Column(text("Not known"), bullets(*[SENTENCE] * 9).items)
    )
    slides = own(planned(piece("en", section("one", "One", blocks=(lists,)))))
    assert [name for name, _ in slides[0].fills] == ["title", "first-heading", "first", "second-heading", "second"]
    assert [name for name, _ in slides[1].fills] == ["title", "second-heading", "second"]


def test_points_that_a_chart_leaves_no_room_for_go_on_as_bullets() -> None:
    rows = (ChartRow(text("A group"), Decimal(3), Decimal(4), "series", Place("x")),)
    chart = Chart("dots", text("People"), rows, None, None)
    slides = own(planned(piece("en", section("one", "One", tuple(SENTENCE for _ in range(9)), (chart,)))))
    assert [slide.layout for slide in slides] == ["chart", "bullets"]
    told = "\n".join(words(slide, "points") for slide in slides)
    assert told.count(SENTENCE.strip()) == 9


# --- what does not fit


def test_a_headline_that_is_too_long_is_a_finding_that_says_by_how_much() -> None:
    headline = SENTENCE * 5
    finding = refused(piece("en", section("one", headline, ("A point",))))
    assert finding.id == "slide-too-full"
    assert finding.message.startswith("Slide small.one, title, English: “Nobody can tell yet")
    assert str(finding.place) == "content/small.md:1"
    assert finding.locale == "en"
    fits = len(headline) - int(finding.fix.removeprefix("Shorten it by about ").split()[0])
    assert own(planned(piece("en", section("one", headline[:fits], ("A point",)))))
    assert refused(piece("en", section("one", headline[: fits + 9], ("A point",))))


@pytest.mark.parametrize(
    ("made", "named"),
    [
        (section("one", "One", (SENTENCE * 20,)), "points"),
        (section("one", "One", blocks=(Stat(text("5 of 5 people and many more"), text("A label")),)), "number"),
        (section("one", "One", blocks=(Stat(text("5 of 5"), text(SENTENCE * 9)),)), "label"),
        (section("one", "One", blocks=(Steps(bullets(SENTENCE * 9, "b", "c").items),)), "step-1"),
        (
            section(
                "one", "One", blocks=(Table(text("T"), (text("A"), text("B")), ((text("c"), text(SENTENCE * 30)),)),)
            ),
            "table",
        ),
        (
            section(
                "one",
                "One",
                blocks=(
                    Chart(
                        "dots",
                        text("T"),
                        (ChartRow(text(SENTENCE * 3), Decimal(1), Decimal(2), "what", Place("x")),),
                        None,
                        None,
                    ),
                ),
            ),
            "chart",
        ),
        (
            section(
                "one",
                "One",
                blocks=(
                    TwoLists(Column(text("A"), bullets(SENTENCE * 12).items), Column(text("B"), bullets("b").items)),
                ),
            ),
            "first",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_can_neither_shrink_nor_go_on_is_named(made: object, named: str) -> None:
    deck, findings = plan(piece("en", made), theme(), even("en"))  # type: ignore[arg-type]
    assert deck is None
    assert {finding.message.split(", ")[1] for finding in findings if finding.level == "error"} == {named}
    assert all(int(finding.fix.split()[4]) > 0 for finding in findings)


def test_an_action_that_is_too_long_for_its_level_is_named() -> None:
    levels = Urgency((UrgencyLevel("now", text(SENTENCE * 12), bullets("A sign")),))
    assert ", now, " in refused(piece("en", section("one", "One", blocks=(levels,)))).message


def test_two_slides_with_one_title_are_a_warning() -> None:
    _, findings = plan(piece("en", section("one", "One"), section("two", "One")), theme(), even("en"))
    assert [(finding.id, finding.level) for finding in findings] == [("repeated-title", "warning")] * 2
