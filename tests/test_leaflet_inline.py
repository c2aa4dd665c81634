"""Words with their marks as HTML: citations, terms, kept names, runs of the other direction, borrowed words."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.leaflet.inline import Inlines
from leafdeck.model import Plain, State, Strong, Text, Variable
from tests.leaflet_pieces import piece, text


def cite(*numbers: int, word: str = "Source") -> str:
    """The superscript a citation becomes."""
    links = ", ".join(f'<a href="#source-{number}" title="{word} {number}">{number}</a>' for number in numbers)
    return f'<sup class="cite" dir="ltr">{links}</sup>'


def shown(words: str, lang: str = "en", **fills: str | int | Text) -> str:
    """*words*, in the content format of `leaflet_pieces`, as HTML of the piece in *lang*."""
    return str(Inlines(piece(lang)).words(text(words, lang), fills))


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("Some words.", "Some words."),
        ("Some **strong** words", "Some <strong>strong</strong> words"),
        ("Read [CRS](term:crs)", 'Read <a class="term keep" href="#term-crs">CRS</a>'),
        ("Read [nothing](term:unknown)", "Read nothing"),
        ("Call {emergency} now", "Call 999 now"),
        ("Call {nobody} now", "Call {nobody} now"),
    ],
    ids=["plain", "strong", "term", "term without a meaning", "variable", "variable without a value"],
)
def test_each_mark_has_one_form(words: str, html: str) -> None:
    assert shown(words) == html


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("Seen [@series].", f"Seen{cite(2)}."),
        ("Seen [@safety].", f"Seen{cite(1, 2, 3)}."),
        ("Seen [@trial; @what].", f"Seen{cite(1, 3)}."),
        ("Seen [@trial] [@what][@trial].", f"Seen{cite(1, 3)}."),
        ("In 11 [@what].", f'In 11<sup class="cite">&#160;</sup>{cite(1)}.'),
        ("Call {emergency} [@what].", f'Call 999<sup class="cite">&#160;</sup>{cite(1)}.'),
        ("**Seen** [@what].", f"<strong>Seen</strong>{cite(1)}."),
        ("Seen [@what] **twice**.", f"Seen{cite(1)} <strong>twice</strong>."),
        ("Seen [@what] twice [@series].", f"Seen{cite(1)} twice{cite(2)}."),
        ("Seen [@plain].", "Seen."),
        ("Seen [@unheard-of].", "Seen."),
    ],
    ids=[
        "one source",
        "a claim with three",
        "two claims in rising order",
        "neighbours join, each number once",
        "after a figure, which it must not make longer",
        "after the figures of a variable",
        "after strong words",
        "before strong words",
        "two in a sentence",
        "a claim that rests on no source",
        "a claim nobody knows",
    ],
)
def test_citations_print_joined_and_apart_from_each_other(words: str, html: str) -> None:
    assert shown(words) == html


def test_only_the_first_mention_of_a_term_links_to_its_meaning() -> None:
    inlines = Inlines(piece("en"))
    mention = text("[CRS](term:crs)")
    assert [str(inlines.words(mention)) for _ in range(2)] == ['<a class="term keep" href="#term-crs">CRS</a>', "CRS"]


def test_a_long_term_may_break_across_lines() -> None:
    term = "a rather long name of a thing"
    assert shown(f"[{term}](term:crs)") == f'<a class="term" href="#term-crs">{term}</a>'


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("CAR-T cells", '<span class="keep">CAR-T</span> cells'),
        ("38 °C or more", '<span class="keep">38 °C</span> or more'),
        ("0.5\u00a0mg/kg", '<span class="keep">0.5\u00a0mg</span>/kg'),
        ("8 gifts", "8 gifts"),
    ],
)
def test_names_and_quantities_stay_on_one_line_unbroken_by_other_marks(words: str, html: str) -> None:
    assert shown(words) == html


def test_the_longest_name_is_the_one_that_is_kept() -> None:
    inlines = Inlines(piece("en", keep=("CAR", "CAR-T", "C+")))
    assert str(inlines.words(text("CAR-T, CAR, C+"))) == ", ".join(
        f'<span class="keep">{name}</span>' for name in ("CAR-T", "CAR", "C+")
    )


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("علاج CD20 هنا", 'علاج <bdi dir="ltr">CD20</bdi> هنا'),
        ("علاج CAR-T هنا", 'علاج <bdi dir="ltr"><span class="keep">CAR-T</span></bdi> هنا'),
        ("حمى 38 °C أو أكثر", 'حمى <bdi dir="ltr"><span class="keep">38 °C</span></bdi> أو أكثر'),
        ("في **N Engl J Med** عام", 'في <bdi dir="ltr"><strong>N Engl J Med</strong></bdi> عام'),
        ("في **مجلة BMJ** عام", 'في <strong>مجلة <bdi dir="ltr">BMJ</bdi></strong> عام'),
        ("هو **B** cells هنا", 'هو <bdi dir="ltr"><strong>B</strong> cells</bdi> هنا'),
        ("هو BMJ **مجلة BMJ** عام", 'هو <bdi dir="ltr">BMJ</bdi> <strong>مجلة <bdi dir="ltr">BMJ</bdi></strong> عام'),
        ("[CRS](term:crs) هنا", '<bdi dir="ltr"><a class="term keep" href="#term-crs">CRS</a></bdi> هنا'),
        ("[متلازمة](term:crs) هنا", '<a class="term keep" href="#term-crs">متلازمة</a> هنا'),
        ("أثر CRS [@what].", f'أثر <bdi dir="ltr">CRS</bdi>{cite(1, word="المصدر")}.'),
        ("اتصل {emergency}", "اتصل 999"),
    ],
    ids=[
        "a Latin name",
        "a kept name",
        "a quantity",
        "strong Latin words",
        "Latin words in strong ones",
        "strong and plain Latin words together",
        "a run that ends where strong words begin",
        "a Latin term",
        "an Arabic term",
        "before a citation",
        "a number alone",
    ],
)
def test_in_arabic_each_latin_run_has_a_box_round_all_its_marks(words: str, html: str) -> None:
    assert shown(words, "ar") == html


def test_in_english_an_arabic_name_has_a_box() -> None:
    assert shown("Dr عمر says") == 'Dr <bdi dir="rtl">عمر</bdi> says'
    assert str(Inlines(piece("en")).foreign("Clinic عمر <x>")) == 'Clinic <bdi dir="rtl">عمر</bdi> &lt;x&gt;'


MARK = '<bdi class="mark" lang="ar" dir="rtl">بالإنجليزية</bdi>&#32;'


@pytest.mark.parametrize("state", [State.MISSING, State.STALE])
def test_borrowed_english_is_marked_and_tagged_as_english(state: State) -> None:
    inlines = Inlines(piece("ar"))
    borrowed = text("Ask about CAR-T.", "en", state)
    words = 'Ask about <span class="keep">CAR-T</span>.'
    assert str(inlines.attributes(borrowed)) == ' lang="en" dir="ltr"'
    assert str(inlines.words(borrowed)) == MARK + words
    assert str(inlines.run(borrowed)) == f'<bdi lang="en" dir="ltr">{MARK}{words}</bdi>'


def test_words_of_the_piece_s_own_language_need_no_tag() -> None:
    inlines = Inlines(piece("ar"))
    own = text("اسأل", "ar")
    assert (str(inlines.attributes(own)), str(inlines.words(own)), str(inlines.run(own))) == ("", "اسأل", "اسأل")


@pytest.mark.parametrize("words", ["!999", "!{emergency}", "!8–10", "![@plain]"])
def test_what_holds_no_words_is_borrowed_from_nobody(words: str) -> None:
    inlines = Inlines(piece("ar"))
    assert str(inlines.attributes(text(words, "ar"))) == ""
    assert "mark" not in str(inlines.words(text(words, "ar")))


def test_a_mark_that_lacks_a_translation_says_so_in_english() -> None:
    phrases = (*piece("ar").phrases, ("fallback-mark", text("!English", "ar")))
    inlines = Inlines(piece("ar", phrases=phrases))
    assert str(inlines.words(text("!Ask.", "ar"))) == '<bdi class="mark" lang="en" dir="ltr">English</bdi>&#32;Ask.'


def test_a_region_s_english_words_among_arabic_ones_are_tagged() -> None:
    made = piece("ar", variables=(("interpreter", text("!Ask for one.", "ar")),))
    assert str(Inlines(made).words(text("هنا {interpreter}", "ar"))) == (
        f'هنا <bdi lang="en" dir="ltr">{MARK}Ask for one.</bdi>'
    )


def test_a_machine_draft_is_known_by_its_state() -> None:
    inlines = Inlines(piece("ar"))
    assert inlines.is_machine(text("~مسودة", "ar"))
    assert not inlines.is_machine(text("~999", "ar"))
    assert not inlines.is_machine(text("ترجمة", "ar"))


@pytest.mark.parametrize(
    ("fills", "html"),
    [
        ({"page": 2, "pages": "10"}, "Page 2 of 10"),
        ({"page": "<b>", "pages": text("**ten**")}, "Page &lt;b&gt; of <strong>ten</strong>"),
        ({"page": text("{pages}"), "pages": 3}, "Page 3 of 3"),
    ],
    ids=["numbers", "words are escaped, messages rendered", "a message with a placeholder of its own"],
)
def test_the_placeholders_of_a_phrase_are_filled(fills: dict[str, str | int | Text], html: str) -> None:
    inlines = Inlines(piece("en"))
    assert str(inlines.words(piece("en").phrase("page-of"), fills)) == html


def test_bare_words_stand_in_attributes() -> None:
    inlines = Inlines(piece("en"))
    made = text("Call **{emergency}** about [CRS](term:crs) [@what], {name}.")
    assert inlines.bare(made, {"name": text("**Ada**")}) == "Call 999 about CRS, Ada."


HOSTILE = "<script>alert(1)</script> & \"q\" 'a' {{ 7 * 7 }} {% raw %} &amp; <a href='x'>"


class Reader(HTMLParser):
    """The words and the elements of a fragment of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.elements: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def made_of(*inlines: Plain | Strong | Variable) -> Text:
    return replace(text("x", "ar"), inlines=inlines)


@pytest.mark.parametrize("words", [HOSTILE, "</bdi></p>", "عربي <b>CAR-T</b>", "\ufffc"])
def test_hostile_words_print_as_they_are(words: str) -> None:
    made = made_of(Plain(words), Strong((Plain(words),)), Variable("name"))
    reader = read(str(Inlines(piece("ar")).words(made, {"name": words})))
    assert reader.words == words * 3
    assert reader.elements <= {"bdi", "strong", "span"}


@given(st.lists(st.text(alphabet="aB <>&\"'{}ابג19 °C-()[].،,", max_size=12), max_size=4))
def test_no_word_is_lost_or_added_whatever_it_holds(parts: list[str]) -> None:
    made = made_of(*(Strong((Plain(part),)) if place % 2 else Plain(part) for place, part in enumerate(parts)))
    assert read(str(Inlines(piece("ar")).words(made))).words == "".join(parts)
