"""A small piece for decks, in English and Arabic, with every block a slide or its notes can show, and a plan as text.

Words are measured by a ruler whose characters are all half an em wide: goldens do not depend on installed fonts.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal

from leafdeck.measure import Ruler, line_pitch
from leafdeck.model import (
    Answer,
    Bars,
    Block,
    Bullets,
    Callout,
    Case,
    Chart,
    ChartRow,
    Checklist,
    Column,
    Deck,
    Detail,
    Event,
    Evidence,
    EvidenceLevel,
    Faq,
    Figure,
    Grid,
    Item,
    Para,
    Paragraph,
    Piece,
    PieceSection,
    Place,
    Publisher,
    Questions,
    Quote,
    Related,
    Run,
    Section,
    Slide,
    SlideWords,
    Stat,
    Steps,
    Table,
    Text,
    Theme,
    Timeline,
    TwoLists,
    Urgency,
    UrgencyLevel,
    Words,
)
from leafdeck.project.theme import read_theme
from tests.leaflet_pieces import LANGUAGES
from tests.leaflet_pieces import piece as leaflet_piece
from tests.leaflet_pieces import text as message
from tests.projects import REPOSITORY

HERE = Place("content/small.md", 1)
AUTHORS = (("Schett G", "Müller F"), ("Müller F", "Taubmann J"), ())
"""Of the piece's three sources."""


def theme() -> Theme:
    """The shipped theme."""
    found, findings = read_theme(REPOSITORY)
    assert found is not None, findings
    return found


def even(tag: str) -> Ruler:
    """A ruler whose characters are half an em wide, bold ones a little more."""
    language = LANGUAGES[tag]
    return Ruler(language.office_locale, line_pitch(language), lambda words, bold: len(words) * (0.54 if bold else 0.5))


def text(words: str, tag: str = "en", place: Place = HERE) -> Text:
    """One message at *place*."""
    return replace(message(words, tag), place=place)


def piece(tag: str, *sections: PieceSection, **changes: Any) -> Piece:
    """The small piece in English or Arabic: with its own sections, or with the *sections* given."""
    words = WORDS[tag]
    base = leaflet_piece(tag)
    references = tuple(
        replace(each, source=replace(each.source, authors=authors))
        for each, authors in zip(base.references, AUTHORS, strict=True)
    )
    built = replace(
        base,
        references=references,
        id="small",
        kind="deck",
        edition="30",
        title=text(words["title"], tag),
        standfirst=text(words["standfirst"], tag),
        sections=sections or tuple(_sections(tag)),
        phrases=tuple((name, text(phrase, tag)) for name, phrase in PHRASES[tag].items()),
        colophon=tuple(Detail(text(label, tag), text(value, tag)) for label, value in words["colophon"]),
        titles=(("small", text(words["title"], tag)), ("second", text(words["second"], tag))),
    )
    return replace(built, **changes)


def section(
    id_: str,
    headline: str,
    points: tuple[str, ...] = (),
    blocks: tuple[Block, ...] = (),
    say: str = "",
    *,
    tag: str = "en",
    cut: int = 5,
    sure: str = "",
    topic: str = "small",
) -> PieceSection:
    """A section with a slide. *sure* says how sure we are; a point that begins with "-" stands under the one before."""
    items: list[Item] = []
    for point in points:
        if point.startswith("-"):
            items[-1] = replace(items[-1], below=Bullets((Item(text(point[1:], tag)),)))
        else:
            items.append(Item(text(point, tag)))
    spoken = (Paragraph(text(say, tag)),) if say else ()
    slide = SlideWords(text(headline, tag), tuple(items))
    made = Section(id_, text(headline, tag), cut, slide, spoken, blocks, HERE)
    early = text(PHRASES[tag]["strength-early"], tag)
    evidence = Evidence(EvidenceLevel.CASE_SERIES, "early", early, text(sure, tag), "2024") if sure else None
    return PieceSection(made, evidence, topic)


def bullets(*words: str, tag: str = "en") -> Bullets:
    """A list of plain entries."""
    return Bullets(tuple(Item(text(each, tag)) for each in words))


def _sections(tag: str) -> list[PieceSection]:
    words = WORDS[tag]

    def t(name: str) -> Text:
        return text(words[name], tag)

    def items(name: str) -> tuple[Item, ...]:
        return tuple(Item(text(each, tag)) for each in words[name])

    def row(
        name: str, value: str | None, of: str | None = None, came_back: Decimal | Literal["not-reported"] | None = None
    ) -> ChartRow:
        people, group = Decimal(value) if value else None, Decimal(of) if of else None
        return ChartRow(t(name), people, group, "series", HERE, came_back)

    def made(id_: str, *blocks: Block, points: str = "", say: str = "", sure: str = "", **more: Any) -> PieceSection:
        shown = words[points] if points else ()
        return section(id_, words[f"{id_}-headline"], shown, blocks, say, tag=tag, sure=sure, **more)

    dots = Chart(
        "dots",
        t("dots"),
        (row("dots-1", "10", "14", Decimal(1)), row("dots-2", None, "4", "not-reported")),
        None,
        t("dots-note"),
    )
    lengths = Chart("bars", t("bars"), (row("bars-1", "24"), row("bars-2", "7.5")), t("bars-unit"), None)
    head, *body = (tuple(text(cell, tag) for cell in line) for line in words["table"])
    days = tuple(Event(when, text(what, tag)) for when, what in zip(("2021", "2024-02"), words["events"], strict=True))
    levels = tuple(
        UrgencyLevel(level, t(level), Bullets(items(f"{level}-signs")))  # type: ignore[arg-type]
        for level in ("now", "today", "next-visit")
    )
    nested = Bullets((Item(t("step-below")),))
    steps = tuple(replace(item, below=None if place else nested) for place, item in enumerate(items("steps")))
    told = (
        Callout("key", t("callout"), (Paragraph(t("callout-words")), bullets(words["callout-item"], tag=tag))),
        Faq((Answer(t("question"), (Paragraph(t("answer")),)),)),
        Checklist(t("checklist"), items("checks")),
        Case(t("case"), (Paragraph(t("case-words")),)),
        Publisher((Paragraph(t("publisher")),)),
        Related(("second",), HERE),
        Figure("cell.svg", t("figure"), None, "Leafdeck", "CC BY 4.0", HERE),
    )
    return [
        made("points", Paragraph(t("prose")), points="points", sure=words["sure"]),
        made("message", *told),
        made("stat", Stat(t("stat"), t("stat-label")), points="stat-points", say=words["say"]),
        made("dots", dots, sure=words["sure"]),
        made("bars", lengths),
        made("table", Table(t("table-caption"), head, tuple(body))),
        made("timeline", Timeline(t("timeline"), days)),
        made("urgency", Urgency(levels)),
        made("lists", TwoLists(Column(t("known"), items("knowns")), Column(t("unknown"), items("unknowns")))),
        made("steps", Steps(steps), topic="second"),
        made("ask", Questions(t("ask-title"), items("asked"), 2), topic="second"),
        made("quote", Quote(t("quote"), "Ada Example", t("quote-role"), "verified"), topic="second"),
        made("long", points="points", cut=60, topic="second"),
    ]


# --- a plan as text ------------------------------------------------------------------------------------------


def shown(deck: Deck) -> str:
    """A plan as a person reads it: one block a slide, one line a paragraph.

    `**bold**`, `^small^`, `<link>`; `{en-GB: words}` where the language is not the deck's; `←` before right-to-left
    paragraphs of a left-to-right deck and `→` the other way round. Marks of direction are `⟨lrm⟩` and `⟨rlm⟩`, a space
    and a hyphen that do not break `␣` and `‑`.
    """
    head = f"{deck.title}\n{deck.language} {deck.direction}, footer: {_para(deck.footer, deck)}\n"
    return "\n".join([head, *(_slide(slide, deck) for slide in deck.slides)])


def _slide(slide: Slide, deck: Deck) -> str:
    lines = [f"== {slide.id} [{slide.layout}] {slide.part}"]
    for name, fill in slide.fills:
        match fill:
            case Words(paras, size, badge):
                lines += _box(f"{name} {size:g}{f' ({badge})' if badge else ''}", [_para(para, deck) for para in paras])
            case Grid(rows, widths, _, alt):
                lines.append(f"  {name} {rows[0][0].size:g} | {alt} ({' '.join(f'{width:.0%}' for width in widths)})")
                for row in rows:
                    lines.append(f"{'':>20} | " + " | ".join(_para(cell.paras[0], deck) for cell in row))
            case Bars(bars, series, _, alt):
                lines.append(f"  {name} | {alt} ({', '.join(series)})")
                lines += [f"{'':>20} | {bar.name}: {bar.value} + {bar.rest}, “{bar.value_label}”" for bar in bars]
    return "\n".join([*lines, *_box("notes", [_para(para, deck) for para in slide.notes]), ""])


def _box(label: str, paras: list[str]) -> list[str]:
    return [f"  {label if not place else '':<18} | {para}" for place, para in enumerate(paras)]


def _para(para: Para, deck: Deck) -> str:
    mark = {"none": "", "bullet": "• ", "number": f"{para.start}. "}[para.marker]
    turn = "" if para.direction == deck.direction else {"ltr": "→ ", "rtl": "← "}[para.direction]
    return turn + "    " * para.level + mark + "".join(_run(run, deck) for run in para.runs)


def _run(run: Run, deck: Deck) -> str:
    words = re.sub("[\u200e\u200f]", lambda mark: {"\u200e": "⟨lrm⟩", "\u200f": "⟨rlm⟩"}[mark[0]], run.text)
    words = words.replace("\u00a0", "␣")
    words = f"**{words}**" if run.bold else words
    words = f"^{words}^" if run.small else words
    words = f"<{words}>" if run.link else words
    return words if run.lang == deck.office_locale else f"{{{run.lang}: {words}}}"


# --- the words -----------------------------------------------------------------------------------------------

WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "title": "CAR-T in few words",
        "standfirst": "What was found, in whom, and what nobody knows.",
        "second": "The treatment",
        "sure": "Rests on small groups.",
        "points-headline": "Small studies report big changes [@series]",
        "points": (
            "There was **no comparison group** [@series]",
            "-Nor a placebo",
            "It is still being tested [@trial; @what]",
        ),
        "prose": "At 38 °C or more, [CRS](term:crs) may have begun [@safety].",
        "message-headline": "Nobody knows yet how long it lasts",
        "callout": "Please note",
        "callout-words": "No dose is the same.",
        "callout-item": "Each is made for one person [@what].",
        "question": "Is it approved?",
        "answer": "Not that we found [@trial].",
        "checklist": "Before you go home",
        "checks": ("I have a thermometer.",),
        "case": "One story",
        "case-words": "One person proves nothing.",
        "publisher": "We have no product to sell.",
        "figure": "A round cell",
        "stat-headline": "All 15 stopped their medicines [@series]",
        "stat": "15 of 15",
        "stat-label": "stopped the medicines that calm the immune system [@series].",
        "stat-points": ("The shortest time watched was 4 months",),
        "say": "Fifteen people were treated at one hospital [@series].",
        "dots-headline": "One fair test so far",
        "dots": "Better after 3 months",
        "dots-1": "With CAR-T",
        "dots-2": "With placebo (grade 3)",
        "dots-note": "The groups were small [@trial].",
        "bars-headline": "People were watched for up to 24 months",
        "bars": "Time watched",
        "bars-unit": "months",
        "bars-1": "Longest",
        "bars-2": "Middle",
        "table-headline": "Two ways to treat",
        "table-caption": "CAR-T and medicines",
        "table": (("", "CAR-T", "Medicines"), ("How often", "Usually once [@series]", "Every day")),
        "timeline-headline": "It began in 2021",
        "timeline": "How it grew",
        "events": ("First person with lupus.", "Results of 15 people [@series]."),
        "urgency-headline": "Fever means call at once",
        "now": "call {emergency}",
        "now-signs": ("A temperature of 38 °C or more [@safety]", "Confusion"),
        "today": "call your team",
        "today-signs": ("A new rash",),
        "next-visit": "tell your team",
        "next-visit-signs": ("Tiredness",),
        "lists-headline": "What is known, and what is not",
        "known": "Known",
        "knowns": ("Early results are strong [@series]",),
        "unknown": "Not known",
        "unknowns": ("How long it lasts", "Whom it helps"),
        "steps-headline": "Three steps",
        "steps": (
            "**Collect.** T cells leave the blood.",
            "**Change.** They learn to find CD19.",
            "**Give back.** Once.",
        ),
        "step-below": "This takes some hours.",
        "ask-headline": "Ask your team",
        "ask-title": "Questions for your team",
        "asked": ("Is there a study that fits me?",),
        "quote-headline": "One voice",
        "quote": "Then I could walk to the shop again.",
        "quote-role": "patient adviser",
        "long-headline": "Only in the longest talk",
        "colophon": (("Version", "0.1"), ("Funding", "Not stated")),
    },
    "ar": {
        "title": "علاج CAR-T في كلمات قليلة",
        "standfirst": "ما الذي وُجد، ولدى من، وما لا يعرفه أحد.",
        "second": "العلاج",
        "sure": "يستند إلى مجموعات صغيرة.",
        "points-headline": "~تذكر دراسات صغيرة تغيّرات كبيرة [@series]",
        "points": (
            "لم تكن هناك **مجموعة مقارنة** [@series]",
            "-ولا علاج وهمي",
            "!It is still being tested [@trial; @what]",
        ),
        "prose": "عند 38 °C أو أكثر قد تكون [CRS](term:crs) بدأت [@safety].",
        "message-headline": "لا أحد يعرف بعد كم يدوم أثره",
        "callout": "يُرجى الانتباه",
        "callout-words": "لا تتشابه جرعتان.",
        "callout-item": "تُصنع كل جرعة لشخص واحد [@what].",
        "question": "هل وُوفق عليه؟",
        "answer": "لم نجد موافقة [@trial].",
        "checklist": "قبل العودة إلى البيت",
        "checks": ("لدي ميزان حرارة.",),
        "case": "قصة واحدة",
        "case-words": "شخص واحد لا يثبت شيئًا.",
        "publisher": "ليس لدينا منتج نبيعه.",
        "figure": "خلية مستديرة",
        "stat-headline": "أوقف الخمسة عشر أدويتهم [@series]",
        "stat": "15 من 15",
        "stat-label": "أوقفوا الأدوية التي تهدئ المناعة [@series].",
        "stat-points": ("كانت أقصر متابعة 4 أشهر",),
        "say": "عولج خمسة عشر شخصًا في مستشفى واحد [@series].",
        "dots-headline": "اختبار عادل واحد حتى الآن",
        "dots": "تحسّن بعد 3 أشهر",
        "dots-1": "مع CAR-T",
        "dots-2": "مع العلاج الوهمي (الدرجة 3)",
        "dots-note": "كانت المجموعتان صغيرتين [@trial].",
        "bars-headline": "استمرت المتابعة حتى 24 شهرًا",
        "bars": "مدة المتابعة",
        "bars-unit": "أشهر",
        "bars-1": "الأطول",
        "bars-2": "الوسط",
        "table-headline": "طريقتان للعلاج",
        "table-caption": "CAR-T والأدوية",
        "table": (("", "CAR-T", "الأدوية"), ("كم مرة", "مرة عادةً [@series]", "كل يوم")),
        "timeline-headline": "بدأ الأمر عام 2021",
        "timeline": "كيف نما",
        "events": ("أول شخص مصاب بالذئبة.", "نتائج 15 شخصًا [@series]."),
        "urgency-headline": "الحمى تعني أن تتصل فورًا",
        "now": "اتصل بالرقم {emergency}",
        "now-signs": ("حرارة تبلغ 38 °C أو أكثر [@safety]", "تشوش"),
        "today": "اتصل بفريقك",
        "today-signs": ("طفح جديد",),
        "next-visit": "أخبر فريقك",
        "next-visit-signs": ("تعب",),
        "lists-headline": "المعروف وغير المعروف",
        "known": "معروف",
        "knowns": ("النتائج المبكرة قوية [@series]",),
        "unknown": "غير معروف",
        "unknowns": ("كم يدوم أثره", "من يفيده"),
        "steps-headline": "ثلاث خطوات",
        "steps": ("**الجمع.** تؤخذ خلايا T من الدم.", "**التغيير.** تتعلم كيف تجد CD19.", "**الإعادة.** مرة واحدة."),
        "step-below": "يستغرق ذلك بضع ساعات.",
        "ask-headline": "اسأل فريقك",
        "ask-title": "أسئلة لفريقك",
        "asked": ("هل توجد دراسة تناسبني؟",),
        "quote-headline": "صوت واحد",
        "quote": "ثم استطعت أن أمشي إلى الدكان من جديد.",
        "quote-role": "مستشارة عن المرضى",
        "long-headline": "في أطول حديث فقط",
        "colophon": (("الإصدار", "0.1"), ("التمويل", "لم يُذكر")),
    },
}

PHRASES: dict[str, dict[str, str]] = {
    "en": {
        "as-of": "As of {date}.",
        "came-back": "Came back: {figure}",
        "came-back-not-reported": "Came back: not reported",
        "band-draft": "Draft. No clinician has reviewed these words.",
        "band-fallback": "Some words are still in English; they are marked.",
        "band-machine": "Machine translation, not checked.",
        "continued": "{title} ({number} of {total})",
        "fallback-mark": "English",
        "legend": "What the signs mean",
        "legend-early": "Rests on small studies.",
        "legend-note": "The least certain result counts.",
        "legend-some": "Rests on a fair test.",
        "legend-strong": "An office has stated it.",
        "legend-unknown": "Nobody has answered it.",
        "licence": "Words: CC BY 4.0.",
        "n-of": "{n} of {of}",
        "no-data": "No data",
        "slide-about": "About these slides",
        "slide-chart-alt": "Chart: {title}",
        "slide-disclaimer": "These slides are not medical advice [@plain].",
        "slide-disclosure": "Who is speaking",
        "slide-disclosure-say": "I start by telling you who I am.",
        "slide-footer-draft": "Draft",
        "slide-footer-machine": "Machine translation",
        "slide-interests": "Interests: {interests}",
        "slide-level": "How sure are we? {level}",
        "slide-not-filled": "The speaker has not filled in this slide yet.",
        "slide-nothing-to-disclose": "Nothing to disclose",
        "slide-others": "Others in the group",
        "slide-part-closing": "Closing",
        "slide-part-opening": "Opening",
        "slide-questions": "Questions?",
        "slide-questions-hint": "Is there a trial that fits me?",
        "slide-questions-say": "Thank you.",
        "slide-references": "Sources",
        "slide-references-say": "All sources are listed here.",
        "slide-source": "Source: {sources}",
        "slide-table-alt": "Table: {title}",
        "slide-testing": "This is still being tested",
        "slide-testing-approval": "No approval found [@trial]",
        "slide-testing-relapse": "The illness has come back [@series]",
        "slide-testing-risk": "There are serious risks [@safety]",
        "slide-testing-say": "Please do not stop a medicine because of what you hear today.",
        "slide-testing-small": "The groups are small [@series]",
        "slide-what": "What",
        "slide-when": "When",
        "strength-early": "Early signs only",
        "strength-some": "Some evidence",
        "strength-strong": "Well founded",
        "strength-unknown": "Nobody knows yet",
        "urgency-next-visit": "Next visit",
        "urgency-now": "Now",
        "urgency-today": "Today",
        "version-short": "Version {version}",
    },
    "ar": {
        "as-of": "حتى {date}.",
        "came-back": "عاد المرض: {figure}",
        "came-back-not-reported": "عودة المرض: لم تُذكر",
        "band-draft": "مسودة. لم يراجع هذا النص أي طبيب.",
        "band-fallback": "بعض الكلمات ما زالت بالإنجليزية؛ وهي معلَّمة.",
        "band-machine": "ترجمة آلية لم تُراجع.",
        "continued": "{title} ({number} من {total})",
        "fallback-mark": "بالإنجليزية",
        "legend": "ماذا تعني العلامات",
        "legend-early": "يستند إلى دراسات صغيرة.",
        "legend-note": "أقل النتائج يقينًا هي التي تُحسب.",
        "legend-some": "يستند إلى اختبار عادل.",
        "legend-strong": "ذكرته هيئة رسمية.",
        "legend-unknown": "لم يجب عنه أحد.",
        "licence": "النص: CC BY 4.0.",
        "n-of": "{n} من {of}",
        "no-data": "لا بيانات",
        "slide-about": "عن هذه الشرائح",
        "slide-chart-alt": "رسم بياني: {title}",
        "slide-disclaimer": "هذه الشرائح ليست نصيحة طبية [@plain].",
        "slide-disclosure": "من يتحدث",
        "slide-disclosure-say": "أبدأ بأن أخبركم من أنا.",
        "slide-footer-draft": "مسودة",
        "slide-footer-machine": "ترجمة آلية",
        "slide-interests": "المصالح: {interests}",
        "slide-level": "ما مدى تأكدنا؟ {level}",
        "slide-not-filled": "لم يملأ المتحدث هذه الشريحة بعد.",
        "slide-nothing-to-disclose": "لا تضارب في المصالح",
        "slide-others": "الآخرون في المجموعة",
        "slide-part-closing": "الختام",
        "slide-part-opening": "الافتتاح",
        "slide-questions": "أسئلة؟",
        "slide-questions-hint": "هل توجد تجربة تناسبني؟",
        "slide-questions-say": "شكرًا لكم.",
        "slide-references": "المصادر",
        "slide-references-say": "كل المصادر مذكورة هنا.",
        "slide-source": "المصدر: {sources}",
        "slide-table-alt": "جدول: {title}",
        "slide-testing": "ما زال هذا قيد الاختبار",
        "slide-testing-approval": "لم نجد موافقة [@trial]",
        "slide-testing-relapse": "عاد المرض [@series]",
        "slide-testing-risk": "هناك مخاطر جسيمة [@safety]",
        "slide-testing-say": "أرجو ألا توقفوا دواءً بسبب ما تسمعونه اليوم.",
        "slide-testing-small": "المجموعات صغيرة [@series]",
        "slide-what": "ماذا",
        "slide-when": "متى",
        "strength-early": "إشارات مبكرة فقط",
        "strength-some": "بعض الأدلة",
        "strength-strong": "مؤكد جيدًا",
        "strength-unknown": "لا أحد يعرف بعد",
        "urgency-next-visit": "الزيارة القادمة",
        "urgency-now": "الآن",
        "urgency-today": "اليوم",
        "version-short": "الإصدار {version}",
    },
}
