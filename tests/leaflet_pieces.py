"""A piece that holds every block, in English, German and Arabic, built by hand: no reader, no assembly."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from leafdeck.model import (
    Answer,
    Block,
    Bullets,
    Callout,
    Case,
    Chart,
    ChartRow,
    Checklist,
    Citation,
    Clinic,
    Column,
    Detail,
    Event,
    Evidence,
    EvidenceLevel,
    Faq,
    Figure,
    GlossaryLine,
    Inline,
    Item,
    Language,
    Paragraph,
    Piece,
    PieceSection,
    Place,
    Plain,
    Publisher,
    Questions,
    Quote,
    Reference,
    Related,
    Section,
    Source,
    Stat,
    State,
    Steps,
    Strong,
    Table,
    Term,
    Text,
    Timeline,
    TwoLists,
    Urgency,
    UrgencyLevel,
    Variable,
)

HERE = Place("content/every.md", 1)

ENGLISH = Language(
    "en", "Latn", "ltr", "English", "English", "latn", ("Noto Sans", "Noto Sans Math"), ("Arial", "", ""), "en-GB"
)
GERMAN = replace(ENGLISH, tag="de", autonym="Deutsch", english_name="German", office_locale="de-DE")
ARABIC = Language(
    "ar", "Arab", "rtl", "العربية", "Arabic", "latn", ("Noto Sans Arabic", "Noto Sans"), ("Arial", "", "Arial"), "ar-SA"
)
LANGUAGES = {language.tag: language for language in (ENGLISH, GERMAN, ARABIC)}

MARKS = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|\[(?P<term>[^@\]]+)\]\(term:(?P<id>\w+)\)|\[@(?P<claims>[^\]]+)\]|\{(?P<name>[\w-]+)\}"
)

SOURCES = (
    (
        "Schett G, Müller F, Taubmann J, et al.",
        "CAR T-cell therapy in autoimmune diseases",
        "The Lancet. 2023;402:2034–44",
    ),
    (
        "Müller F, Taubmann J, Bucci L, et al.",
        "CD19 CAR T-cell therapy in autoimmune disease: a case series with follow-up",
        "N Engl J Med. 2024;390(8):687–700",
    ),
    ("Example Register", "A study that is still open", "Register of trials. Number EX-123"),
)
NUMBERS = {"what": (1,), "series": (2,), "safety": (1, 2, 3), "trial": (3,), "plain": ()}


def inlines(words: str) -> tuple[Inline, ...]:
    """A little of the content format: **strong**, [words](term:id), [@claim; claim], {variable}."""
    found: list[Inline] = []
    place = 0
    for match in MARKS.finditer(words):
        if match.start() > place:
            found.append(Plain(words[place : match.start()]))
        place = match.end()
        if match["strong"]:
            found.append(Strong(inlines(match["strong"])))
        elif match["term"]:
            found.append(Term((Plain(match["term"]),), match["id"]))
        elif match["claims"]:
            found.append(Citation(tuple(claim.strip(" @") for claim in match["claims"].split(";"))))
        else:
            found.append(Variable(match["name"]))
    return (*found, Plain(words[place:])) if place < len(words) else tuple(found)


def text(words: str, lang: str = "en", state: State | None = None) -> Text:
    """One message in *lang*. Words that begin with "!" stand in for a missing translation, with "~" are a machine's."""
    mark = {"!": State.MISSING, "~": State.MACHINE}.get(words[:1])
    words = words.lstrip("!~")
    state = state or mark or (State.SOURCE if lang == "en" else State.TRANSLATED)
    return Text(inlines(words), words, "every.all/p1", HERE, lang="en" if state is State.MISSING else lang, state=state)


def piece(tag: str, **changes: Any) -> Piece:
    """The piece in one of `LANGUAGES`; *changes* replace its fields."""
    language, words = LANGUAGES[tag], WORDS[tag]
    built = Piece(
        id="every",
        kind="leaflet",
        language=language,
        region="GB",
        edition="a4",
        profile="draft",
        as_of=date(2026, 11, 24),
        title=text(words["title"], tag),
        source_title=WORDS["en"]["title"],
        standfirst=text(words["standfirst"], tag),
        sections=tuple(_sections(tag, words)),
        references=tuple(_references()),
        claims=(),
        numbers_of=tuple(NUMBERS.items()),
        glossary=tuple(
            GlossaryLine(id_, text(term, tag), text(meaning, tag)) for id_, term, meaning in words["glossary"]
        ),
        variables=(("emergency", text("999", tag)), ("interpreter", text(words["interpreter"], tag))),
        phrases=tuple((name, text(phrase, tag)) for name, phrase in words["phrases"].items()),
        colophon=tuple(Detail(text(label, tag), text(value, tag)) for label, value in words["colophon"]),
        version="0.1",
        clinic=None,
        speaker=None,
        keep=("CAR-T", "CD19"),
        qr=(),
        qr_address="",
        machine=int(tag != "en"),
        fallback=int(tag == "ar"),
        titles=(("basics", text(words["related"], tag)),),
    )
    return replace(built, **changes)


CLINIC = Clinic(
    "Example Hospital & Partners <North>",
    "Rheumatology day ward",
    ("1 Example Street", "Exampletown EX1 2YZ"),
    "+44 20 7946 0000",
    "+44 20 7946 0999",
    "08:00–17:00",
    "https://hospital.example",
    "ward@hospital.example",
)
MODULES = tuple(tuple((row * column + row) % 3 == 0 for column in range(25)) for row in range(25))


def _references() -> list[Reference]:
    made = []
    for number, (authors, title, where) in enumerate(SOURCES, start=1):
        source = Source(f"s{number}", (authors,), True, title, where, "2024", "", "", "", "", "", "", "", "", HERE)
        link = f"https://doi.example/10.1000/{number}" if number < 3 else ""
        made.append(Reference(number, source, f"{authors} {title}. {where}.", link))
    return made


def _sections(tag: str, words: dict[str, Any]) -> list[PieceSection]:
    def t(name: str) -> Text:
        return text(words[name], tag)

    def items(name: str) -> tuple[Item, ...]:
        return tuple(Item(text(line, tag)) for line in words[name])

    def row(
        name: str, value: str | None, of: str | None, came_back: Decimal | Literal["not-reported"] | None = None
    ) -> ChartRow:
        number = Decimal(value) if value else None
        return ChartRow(t(name), number, Decimal(of) if of else None, "series", HERE, came_back)

    nested = Bullets((Item(t("step-below")),))
    steps = tuple(Item(text(line, tag), nested if place == 1 else None) for place, line in enumerate(words["steps"]))
    table = tuple(tuple(text(cell, tag) for cell in line) for line in words["table"])
    sections: dict[str, tuple[Block, ...]] = {
        "what": (
            Callout("key", t("key-title"), (Bullets(items("key")),)),
            Paragraph(t("what-1")),
            Paragraph(t("what-2")),
            Callout("plain-words", t("plain-title"), (Paragraph(t("plain")),)),
            Figure("cell.svg", t("figure-alt"), t("figure-caption"), "Leafdeck", "CC BY 4.0", HERE),
        ),
        "results": (
            Paragraph(t("results-1")),
            Stat(t("stat-value"), t("stat-label")),
            Chart(
                "dots",
                t("dots-title"),
                (
                    row("dots-1", "8", "8", "not-reported"),
                    row("dots-2", "5", "12", Decimal(2)),
                    row("dots-3", "31", "52"),
                    row("dots-4", None, "4"),
                ),
                None,
                t("dots-note"),
            ),
            Chart(
                "bars",
                t("bars-title"),
                (row("bars-1", "24", None), row("bars-2", "7.5", None), row("bars-3", None, None)),
                t("bars-unit"),
                None,
            ),
            Table(t("table-caption"), table[0], table[1:]),
            TwoLists(
                Column(t("known-title"), items("known")),
                Column(t("unknown-title"), items("unknown")),
            ),
        ),
        "treatment": (
            Steps(steps),
            Timeline(
                t("timeline-title"),
                tuple(
                    Event(when, text(what, tag))
                    for when, what in zip(("2021", "2024-02", "2026-10-30"), words["events"], strict=True)
                ),
            ),
            Callout("warning", t("warning-title"), (Paragraph(t("warning")),)),
            Callout("not-for", t("not-for-title"), (Bullets(items("not-for")),)),
        ),
        "help": (
            Urgency(
                (
                    UrgencyLevel("now", t("now"), Bullets(items("now-signs"))),
                    UrgencyLevel("today", t("today"), Bullets(items("today-signs"))),
                    UrgencyLevel("next-visit", t("next"), Bullets(items("next-signs"))),
                )
            ),
            Paragraph(text("{interpreter}", tag)),
        ),
        "ask": (
            Questions(t("questions-title"), items("questions"), 2),
            Checklist(t("checklist-title"), items("checklist")),
            Faq(tuple(Answer(text(q, tag), (Paragraph(text(a, tag)),)) for q, a in words["faq"])),
            Quote(t("quote"), "Ada Example", t("quote-role"), "verified"),
            Case(t("case-title"), (Paragraph(t("case")),)),
            Publisher((Paragraph(t("publisher")),)),
            Related(("basics", "unknown-topic"), HERE),
        ),
    }
    badges = {"what": "strong", "results": "early", "treatment": "some", "help": None, "ask": "unknown"}
    made = []
    for id_, blocks in sections.items():
        strength: Any = badges[id_]
        evidence = (
            Evidence(
                EvidenceLevel.CASE_SERIES,
                strength,
                text(words["phrases"][f"strength-{strength}"], tag),
                t("level"),
                words["as-of"],
            )
            if strength
            else None
        )
        made.append(PieceSection(Section(id_, t(f"{id_}-heading"), 5, None, (), blocks, HERE), evidence, "every"))
    return made


WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "title": "What is known about CAR-T for autoimmune disease",
        "standfirst": "Who has been treated so far, what happened to them, and what nobody can tell you yet.",
        "level": "A few people, no comparison group.",
        "as-of": "February 2024",
        "interpreter": "Ask for an interpreter. It costs you nothing.",
        "related": "Living with an autoimmune disease",
        "what-heading": "What CAR-T is",
        "key-title": "The most important points",
        "key": (
            "CAR-T uses your own immune cells, changed in a laboratory [@what].",
            "It is still being tested: no one knows how long its effect lasts [@safety].",
            (
                "It can cause a strong reaction, [CRS](term:crs), which starts with a fever of 38 °C or more [@what; "
                "@safety]."
            ),
        ),
        "what-1": (
            "In an autoimmune disease the body’s own defences attack healthy tissue [@what]. Some **B cells** make "
            "antibodies that do much of the harm. CAR-T teaches **T cells** to find one mark on those B cells, CD19, "
            "and to remove them [@what][@series]."
        ),
        "what-2": (
            "Each dose is made for one person. You can ask about [CRS](term:crs) at every visit; write “< 38 °C & "
            "well” on your card if that is so."
        ),
        "plain-title": "In plain words",
        "plain": "Your own cells are collected, taught a new task, and given back through a drip.",
        "figure-alt": "A round cell with small receptors on its surface",
        "figure-caption": "A T cell with its new receptors.",
        "results-heading": "Fifteen people, three illnesses",
        "results-1": (
            "A German team treated 15 people with three illnesses [@series]. All 15 could stop the medicines that "
            "calm the immune system. There was **no comparison group**, and flares have happened since [@trial]."
        ),
        "stat-value": "15 of 15",
        "stat-label": (
            "people stopped their immune-suppressing medicines. The shortest watched time was four months [@series]."
        ),
        "dots-title": "Results by illness",
        "dots-1": "Lupus: remission",
        "dots-2": "Systemic sclerosis: lower activity score",
        "dots-3": "A larger group, to show how many people wrap",
        "dots-4": "Not yet reported",
        "dots-note": "Every dot is one person. A filled dot had the result.",
        "bars-title": "How long people were watched",
        "bars-unit": "Months",
        "bars-1": "Longest watched person",
        "bars-2": "Middle of the group",
        "bars-3": "A second hospital",
        "table-caption": "CAR-T and the usual medicines",
        "table": (
            ("", "CAR-T", "Usual medicines"),
            ("How often", "Usually once [@series]", "Every day, or every few weeks"),
            ("How long known", "Since 2021", "For decades"),
            ("Main risks", "CRS, infection, low blood counts", "Infection, thin bones, weight gain"),
        ),
        "known-title": "What is known",
        "known": ("Early results in small groups are strong [@series].", "B cells come back after some months."),
        "unknown-title": "What is not known",
        "unknown": ("How long remission lasts.", "Who is most likely to be helped or harmed."),
        "treatment-heading": "From the first visit to going home",
        "steps": (
            "**Check.** Doctors check whether a study fits you.",
            "**Collect.** T cells are filtered from your blood. This takes some hours.",
            "**Prepare.** A short course of chemotherapy makes room.",
            "**Give back.** The cells go in through a drip, once.",
        ),
        "step-below": "You lie or sit; both arms are used.",
        "timeline-title": "How the field grew",
        "events": (
            "First person with lupus treated.",
            "Results of 15 people published [@series].",
            "No regulator has approved it for an autoimmune disease.",
        ),
        "warning-title": "Watch for a fever",
        "warning": (
            "A temperature of 38 °C or more in the first weeks is an emergency until a doctor says otherwise [@safety]."
        ),
        "not-for-title": "Not for everyone",
        "not-for": ("People with an infection that is not under control.", "People who are pregnant."),
        "help-heading": "When to get help",
        "now": "call {emergency} or go to the emergency department",
        "now-signs": ("A temperature of 38 °C or more after CAR-T [@safety].", "Trouble breathing, or confusion."),
        "today": "call your team",
        "today-signs": ("A new rash, or a cough that gets worse.",),
        "next": "tell your team",
        "next-signs": ("Tiredness that lasts.",),
        "ask-heading": "Questions and notes",
        "questions-title": "Questions for your team",
        "questions": ("Is there a study that fits me?", "What happens if my illness comes back?"),
        "checklist-title": "Before you go home",
        "checklist": ("I have a thermometer.", "I know whom to call at night."),
        "faq": (
            ("Is CAR-T approved for my illness?", "As far as we could find, not for any autoimmune disease [@trial]."),
            ("Will my hair fall out?", "It may become thinner for some weeks after the chemotherapy."),
        ),
        "quote": "I was tired for weeks. Then I could walk to the shop again.",
        "quote-role": "patient adviser",
        "case-title": "One person’s story",
        "case": "One person proves nothing, but it can help to read how a treatment went.",
        "publisher": "The publisher has no product to sell.",
        "glossary": (
            (
                "crs",
                "CRS (cytokine release syndrome)",
                "A strong reaction of the whole body after CAR-T. Fever is the first sign.",
            ),
        ),
        "colophon": (
            ("Version", "0.1"),
            ("Published", "24 November 2026"),
            ("Facts checked", "22 November 2026"),
            ("Next review", "22 May 2027"),
            ("Reviewed by clinicians", "Not stated"),
            ("Reviewed by patients", "Not stated"),
            ("Funding", "Not stated"),
        ),
        "phrases": {
            "about": "About this leaflet",
            "as-of": "As of {date}.",
            "band-draft": "Draft. No clinician has reviewed these words. Do not use them to decide about treatment.",
            "band-machine": "Machine translation, not checked.",
            "band-fallback": "Some words are still in English; they are marked.",
            "clinic": "Your clinic",
            "clinic-address": "Address",
            "clinic-hours": "Open",
            "clinic-name": "Name",
            "clinic-phone": "Phone",
            "clinic-phone-24h": "Day and night",
            "clinic-web": "Web and e-mail",
            "disclaimer": "This leaflet gives general information. It does not replace the advice of your own doctor.",
            "fallback-mark": "English",
            "feedback": "Tell us what is unclear: leaflets@example.org",
            "glossary": "Words explained",
            "how-sure": "How sure are we?",
            "came-back": "Came back: {figure}",
            "came-back-not-reported": "Came back: not reported",
            "licence": "Words: CC BY 4.0.",
            "legend": "What the signs mean",
            "legend-early": "Rests on small studies.",
            "legend-note": "The least certain result counts.",
            "legend-some": "Rests on a fair test.",
            "legend-strong": "An office has stated it.",
            "legend-unknown": "Nobody has answered it.",
            "n-of": "{n} of {of}",
            "contents": "What is in it",
            "depth-short": "Short version",
            "more": "A longer one tells more.",
            "no-data": "No data",
            "page-of": "Page {page} of {pages}",
            "qr": "Scan to see whether this copy is current.",
            "qr-alt": "QR code with the address {address}",
            "related": "Read more",
            "source-number": "Source {number}",
            "sources": "Sources",
            "strength-early": "Early signs only.",
            "strength-some": "Fairly sure.",
            "strength-strong": "Very sure.",
            "strength-unknown": "Nobody knows yet.",
            "urgency-next-visit": "Next visit:",
            "urgency-now": "Now:",
            "urgency-today": "Today:",
            "version-short": "Version {version}",
        },
    },
}

# German only where its long words matter; the rest stays English, which the layout does not mind.
WORDS["de"] = WORDS["en"] | {
    "title": "CAR-T bei Autoimmunerkrankungen: was man heute weiß",
    "standfirst": "Wer bisher behandelt wurde, wie es diesen Menschen ging, und was noch niemand sagen kann.",
    "what-heading": "Was eine CAR-T-Zelltherapie ist",
    "what-1": (
        "Bei einer Autoimmunerkrankung greift die körpereigene Abwehr gesundes Gewebe an [@what]. Immunsuppressive "
        "Dauermedikation, Langzeitnebenwirkungen und Krankenhausaufenthalte gehören für viele zum Alltag. "
        "Zytokinfreisetzungssyndrom, Neurotoxizitätsbeurteilung und Einwilligungserklärung sind Wörter, die erklärt "
        "werden müssen [@what][@series]."
    ),
    "table": (
        ("", "CAR-T-Zelltherapie", "Übliche Dauerbehandlung"),
        ("Behandlungshäufigkeit", "Meist einmalig [@series]", "Täglich oder alle paar Wochen"),
        ("Langzeiterfahrung", "Seit 2021", "Seit Jahrzehnten"),
        ("Hauptrisiken", "Zytokinfreisetzungssyndrom, Infektionen", "Infektionen, Knochenschwund, Gewichtszunahme"),
    ),
    "interpreter": "Bitten Sie um eine Dolmetscherin. Das kostet Sie nichts.",
}

WORDS["ar"] = {
    "title": "ما نعرفه عن علاج CAR-T لأمراض المناعة الذاتية",
    "standfirst": "مَن الذين عولجوا حتى الآن، وماذا حدث لهم، وما الذي لا يستطيع أحد أن يخبرك به بعد.",
    "level": "عدد قليل من المرضى، دون مجموعة مقارنة.",
    "as-of": "فبراير 2024",
    "interpreter": "اطلب مترجمًا فوريًا. لن يكلفك ذلك شيئًا.",
    "related": "العيش مع مرض من أمراض المناعة الذاتية",
    "what-heading": "ما هو علاج CAR-T",
    "key-title": "أهم النقاط",
    "key": (
        "~يستخدم علاج CAR-T خلاياك المناعية نفسها بعد تعديلها في المختبر [@what].",
        "ما زال العلاج قيد الاختبار: لا أحد يعرف كم يدوم أثره [@safety].",
        (
            "قد يسبب تفاعلًا شديدًا اسمه [متلازمة إطلاق السيتوكين](term:crs) (CRS)، يبدأ بحمى تبلغ 38 °C أو أكثر "
            "[@what; @safety]."
        ),
    ),
    "what-1": (
        "في أمراض المناعة الذاتية تهاجم دفاعات الجسم أنسجةً سليمة [@what]. وبعض **الخلايا البائية** تصنع أجسامًا "
        "مضادة تسبب معظم الضرر. يتعلم علاج CAR-T كيف يجد علامة واحدة على هذه الخلايا، هي CD19، ثم يزيلها "
        "[@what][@series]."
    ),
    "what-2": "!Each dose is made for one person. You can ask about [CRS](term:crs) at every visit.",
    "plain-title": "بكلمات بسيطة",
    "plain": "تُجمع خلاياك، ثم تتعلم مهمة جديدة، ثم تعاد إليك عبر الوريد.",
    "figure-alt": "خلية مستديرة على سطحها مستقبلات صغيرة",
    "figure-caption": "خلية تائية بمستقبلاتها الجديدة.",
    "results-heading": "خمسة عشر شخصًا وثلاثة أمراض",
    "results-1": (
        "عالج فريق ألماني 15 شخصًا مصابين بثلاثة أمراض [@series]. واستطاع الجميع، أي 15 شخصًا، التوقف عن الأدوية "
        "المثبطة للمناعة. لم تكن هناك **مجموعة مقارنة**، وقد عاد المرض عند بعضهم منذ ذلك الحين [@trial]. نُشرت "
        "النتائج في **N Engl J Med** عام 2024."
    ),
    "stat-value": "15 من 15",
    "stat-label": "توقفوا عن الأدوية المثبطة للمناعة. وكانت أقصر مدة متابعة أربعة أشهر [@series].",
    "dots-title": "النتائج بحسب المرض",
    "dots-1": "الذئبة: هدأة المرض",
    "dots-2": "التصلب الجهازي: انخفاض درجة النشاط",
    "dots-3": "مجموعة أكبر، لنرى كيف تلتف الصفوف",
    "dots-4": "لم تُنشر بعد",
    "dots-note": "كل نقطة شخص واحد. النقطة الممتلئة تعني أن النتيجة تحققت عنده.",
    "bars-title": "كم دامت المتابعة",
    "bars-unit": "بالأشهر",
    "bars-1": "أطول متابعة",
    "bars-2": "متوسط المجموعة",
    "bars-3": "مستشفى ثانٍ",
    "table-caption": "علاج CAR-T والأدوية المعتادة",
    "table": (
        ("", "CAR-T", "الأدوية المعتادة"),
        ("كم مرة", "مرة واحدة عادةً [@series]", "كل يوم، أو كل بضعة أسابيع"),
        ("منذ متى نعرفه", "منذ عام 2021", "منذ عقود"),
        ("أهم المخاطر", "متلازمة CRS والعدوى", "العدوى وترقق العظام وزيادة الوزن"),
    ),
    "known-title": "ما نعرفه",
    "known": ("النتائج المبكرة في مجموعات صغيرة قوية [@series].", "تعود الخلايا البائية بعد بضعة أشهر."),
    "unknown-title": "ما لا نعرفه",
    "unknown": ("كم تدوم الهدأة.", "مَن الأرجح أن يستفيد أو يتضرر."),
    "treatment-heading": "من الزيارة الأولى إلى العودة إلى البيت",
    "steps": (
        "**الفحص.** يفحص الأطباء هل تناسبك دراسة.",
        "**الجمع.** تُرشَّح الخلايا التائية من دمك. يستغرق ذلك بضع ساعات.",
        "**التحضير.** علاج كيميائي قصير يفسح المجال.",
        "**الإعادة.** تدخل الخلايا عبر الوريد مرة واحدة.",
    ),
    "step-below": "تستلقي أو تجلس، وتُستخدم الذراعان.",
    "timeline-title": "كيف تطور المجال",
    "events": (
        "عولج أول شخص مصاب بالذئبة.",
        "نُشرت نتائج 15 شخصًا [@series].",
        "لم توافق عليه أي هيئة تنظيمية لمرض مناعي ذاتي.",
    ),
    "warning-title": "انتبه إلى الحمى",
    "warning": "درجة حرارة تبلغ 38 °C أو أكثر في الأسابيع الأولى حالة طارئة حتى يقول الطبيب غير ذلك [@safety].",
    "not-for-title": "ليس مناسبًا للجميع",
    "not-for": ("المصابون بعدوى غير مسيطر عليها.", "الحوامل."),
    "help-heading": "متى تطلب المساعدة",
    "now": "اتصل بالرقم {emergency} أو اذهب إلى قسم الطوارئ",
    "now-signs": ("درجة حرارة تبلغ 38 °C أو أكثر بعد علاج CAR-T [@safety].", "صعوبة في التنفس أو تشوش ذهني."),
    "today": "اتصل بفريقك على الرقم 020 7946 0000",
    "today-signs": ("طفح جلدي جديد، أو سعال يزداد سوءًا.",),
    "next": "أخبر فريقك",
    "next-signs": ("تعب لا يزول.",),
    "ask-heading": "أسئلة وملاحظات",
    "questions-title": "أسئلة لفريقك",
    "questions": ("هل توجد دراسة تناسبني؟", "ماذا يحدث إذا عاد مرضي؟"),
    "checklist-title": "قبل أن تعود إلى البيت",
    "checklist": ("عندي ميزان حرارة.", "أعرف بمن أتصل ليلًا."),
    "faq": (
        ("هل تمت الموافقة على CAR-T لمرضي؟", "بحسب ما وجدنا، لا، لأي مرض مناعي ذاتي [@trial]."),
        ("هل سيتساقط شعري؟", "قد يخف لبضعة أسابيع بعد العلاج الكيميائي."),
    ),
    "quote": "كنت متعبة لأسابيع. ثم استطعت أن أمشي إلى المتجر من جديد.",
    "quote-role": "مستشارة من المرضى",
    "case-title": "قصة شخص واحد",
    "case": "قصة شخص واحد لا تثبت شيئًا، لكنها قد تفيد في فهم سير العلاج.",
    "publisher": "ليس للناشر منتج يبيعه.",
    "glossary": (("crs", "متلازمة إطلاق السيتوكين (CRS)", "تفاعل شديد في الجسم كله بعد علاج CAR-T. الحمى أول علامة."),),
    "colophon": (
        ("الإصدار", "0.1"),
        ("تاريخ النشر", "24 نوفمبر 2026"),
        ("تاريخ مراجعة الحقائق", "22 نوفمبر 2026"),
        ("المراجعة القادمة", "22 مايو 2027"),
        ("راجعه أطباء", "غير مذكور"),
        ("راجعه مرضى", "غير مذكور"),
        ("التمويل", "غير مذكور"),
    ),
    "phrases": {
        "contents": "ما فيه",
        "depth-short": "نسخة قصيرة",
        "more": "النسخة الأطول تخبر بالمزيد.",
        "about": "عن هذه النشرة",
        "as-of": "حتى {date}.",
        "band-draft": "مسودة. لم يراجع أي طبيب هذه الكلمات. لا تعتمد عليها لاتخاذ قرار بشأن العلاج.",
        "band-machine": "ترجمة آلية لم تُراجَع.",
        "band-fallback": "بعض الكلمات ما زالت بالإنجليزية، وقد وُضعت عليها علامة.",
        "clinic": "عيادتك",
        "clinic-address": "العنوان",
        "clinic-hours": "أوقات العمل",
        "clinic-name": "الاسم",
        "clinic-phone": "الهاتف",
        "clinic-phone-24h": "ليلًا ونهارًا",
        "clinic-web": "الموقع والبريد",
        "disclaimer": "تقدم هذه النشرة معلومات عامة، ولا تغني عن نصيحة طبيبك.",
        "fallback-mark": "بالإنجليزية",
        "feedback": "أخبرنا بما ليس واضحًا: leaflets@example.org",
        "glossary": "شرح الكلمات",
        "how-sure": "ما مدى تأكدنا؟",
        "came-back": "عاد المرض: {figure}",
        "came-back-not-reported": "عودة المرض: لم تُذكر",
        "licence": "النص: CC BY 4.0.",
        "legend": "ماذا تعني العلامات",
        "legend-early": "يستند إلى دراسات صغيرة.",
        "legend-note": "أقل النتائج يقينًا هي التي تُحسب.",
        "legend-some": "يستند إلى اختبار عادل.",
        "legend-strong": "ذكرته هيئة رسمية.",
        "legend-unknown": "لم يجب عنه أحد.",
        "n-of": "{n} من {of}",
        "no-data": "لا بيانات",
        "page-of": "صفحة {page} من {pages}",
        "qr": "امسح الرمز لترى هل هذه النسخة حديثة.",
        "qr-alt": "رمز QR بالعنوان {address}",
        "related": "اقرأ المزيد",
        "source-number": "المصدر {number}",
        "sources": "المصادر",
        "strength-early": "إشارات مبكرة فقط.",
        "strength-some": "متأكدون إلى حد ما.",
        "strength-strong": "متأكدون جدًا.",
        "strength-unknown": "لا أحد يعرف بعد.",
        "urgency-next-visit": "في الزيارة القادمة:",
        "urgency-now": "الآن:",
        "urgency-today": "اليوم:",
        "version-short": "الإصدار {version}",
    },
}
