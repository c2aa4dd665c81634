"""Each check of a translation passes one that says the same in other words, and finds the one fault put into it.

`tests/goldens/check/translation.txt` shows what each finding says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from leafdeck.build import POLICY
from leafdeck.check import TRANSLATION_CHECKS, check_translation
from leafdeck.check.levels import TRANSLATION_LEVELS
from leafdeck.extract import messages
from leafdeck.language import posix
from leafdeck.model import Finding
from tests.goldens import Golden
from tests.projects import add, edit, tiny_project
from tests.test_check_content import ROOT, TEA, line_of, readable

Notes = Mapping[str, tuple[str, ...]]
DRAFT = ("# machine: draft 2026-11-24", "#, fuzzy")
STALE = ('#| msgid "Older words"', "#, fuzzy")


@dataclass(frozen=True)
class Fault:
    """One message of the source with a translation that passes, and one that does not."""

    id: str
    source: str
    good: str
    bad: str
    tag: str = "de"
    plus: tuple[str, ...] = ()
    """Further findings that follow."""


FAULTS = {
    # Marks
    "a mark with a space in it": Fault(
        "translation-syntax", "It is **warm**.", "Er ist **warm**.", "Er ist ** warm**."),
    "HTML": Fault("translation-syntax", "It is warm.", "Er ist warm.", "Er ist <b>warm</b>."),
    "a special hyphen": Fault(
        "translation-syntax", "CAR-T is new.", "CAR-T ist neu.", "CAR\u2011T ist neu."),
    "an override of direction": Fault(
        "translation-syntax", "It is warm.", "إنه دافئ.", "إنه \u202eدافئ.", "ar"),
    "an isolate of direction": Fault(
        "translation-syntax", "It is warm.", "إنه warm دافئ.", "إنه \u2068warm\u2069 دافئ.", "ar"),
    "an isolate that turns a figure round": Fault(
        "translation-syntax", "Warm is 38 °C.", "Warm sind 38 °C.", "Warm sind 3\u20678\u2069 °C."),
    "a line separator": Fault("translation-syntax", "It is warm.", "Er ist warm.", "Er ist\u2028warm."),
    "a lost letter": Fault("translation-syntax", "It is warm.", "Er schläft.", "Er schl\ufffdft."),
    "marks without words": Fault(
        "wordless-translation", "It is warm [@tea-who].", "Er ist warm [@tea-who].", "[@tea-who]"),
    "another claim": Fault(
        "claims-differ", "It is warm [@tea-who].", "Er ist warm [@tea-who].", "Er ist warm [@tea-sleep]."),
    "a claim lost": Fault(
        "claims-differ", "It is warm [@tea-who; @tea-sleep].", "[@tea-sleep; @tea-who] Er ist warm.",
        "Er ist warm [@tea-who]."),
    "a term lost": Fault("terms-differ", "[Tea](term:tea) is warm.", "Warm ist [der Tee](term:tea).", "Tee ist warm."),
    "another term": Fault(
        "terms-differ", "[Tea](term:tea) is warm.", "[Tee](term:tea) ist warm.", "[Tee](term:tee) ist warm."),
    "a variable translated": Fault("variables-differ", "Call {emergency}.", "{emergency} rufen.", "{notruf} rufen."),
    "a variable replaced by a number": Fault(
        "variables-differ", "Call {emergency}.", "Rufen Sie {emergency}.", "Rufen Sie 112.", plus=("numbers-differ",)),
    "a part before its whole": Fault(
        "variables-turned", "{n} of {of} slept.", "{n} von {of} schliefen.", "{of} von {n} schliefen."),
    "nothing stressed": Fault("strong-differs", "It is **warm**.", "**Warm** ist er.", "Warm ist er."),
    # Figures
    "another figure": Fault("numbers-differ", "8 of 15 slept.", "Von 15 schliefen 8.", "Von 15 schliefen 9."),
    "another figure, in Arabic": Fault("numbers-differ", "8 of 15 slept.", "نام ٨ من ١٥.", "نام ٨ من ٥١.", "ar"),
    "a figure lost": Fault("numbers-differ", "8 of 15 slept.", "Acht von 15 schliefen.", "Acht schliefen."),
    "a unit a thousand times larger": Fault("numbers-differ", "Take 10 µg.", "Nimm 10 Mikrogramm.", "Nimm 10 mg."),
    "a unit lost": Fault("numbers-differ", "From 38 °C on.", "Ab 38 Grad.", "Ab 38."),
    "a unit of another scale": Fault("numbers-differ", "From 38 °C on.", "من ٣٨ درجة مئوية.", "من ٣٨ فهرنهايت.", "ar"),
    "weeks, months": Fault("numbers-differ", "For 2 weeks.", "لمدة أسبوعين.", "لمدة شهرين.", "ar"),
    "a percentage, people": Fault("numbers-differ", "20% slept.", "20 % schliefen.", "20 Menschen schliefen."),
    "a dose for each kilogram, a dose": Fault("numbers-differ", "5 mg/kg of tea.", "5 mg/kg Tee.", "5 mg Tee."),
    "a figure in braces": Fault(
        "numbers-differ", "Four slept.", "Vier schliefen.", "Vier schliefen \\{99 von 100\\}."),
    "a decimal sign that groups": Fault(
        "numbers-differ", "It took 1.234 hours.", "Es dauerte 1,234 Stunden.", "Es dauerte 1.234 Stunden."),
    "another figure, in Chinese": Fault(
        "numbers-differ", "8 of 15 slept.", "十五人中有8人睡着。", "十五人中有六人睡着。", "zh-Hans"),
    "ten times as many, in Chinese": Fault(
        "numbers-differ", "27,000 slept.", "2.7万人睡着。", "27万人睡着。", "zh-Hans"),
    "weeks, months in Chinese": Fault("numbers-differ", "For 2 weeks.", "为期两周。", "为期2个月。", "zh-Hans"),
    "half of them, all of them": Fault("numbers-differ", "Half of them slept.", "ونام نصفهم.", "وناموا جميعًا.", "ar"),
    "two thirds, one third": Fault("numbers-differ", "Two thirds slept.", "نام ثلثاهم.", "نام ثلثهم.", "ar"),
    "a quarter, a third": Fault(
        "numbers-differ", "A quarter of them slept.", "Ein Viertel schlief.", "Ein Drittel schlief."),
    # Words
    "a name altered": Fault("keep-differs", "CAR-T is new.", "CAR-T ist neu.", "CART ist neu."),
    "a name in Arabic letters": Fault("keep-differs", "CAR-T is new.", "إن CAR-T جديد.", "إن كار-تي جديد.", "ar"),
    "a name in Chinese characters": Fault(
        "keep-differs", "CAR-T is new.", "接受CAR-T治疗。", "接受卡替治疗。", "zh-Hans"),
    "words left in English": Fault(
        "unchanged-from-source", "It is very warm today.", "Es ist warm.", "It is very warm today."),
    "a promise": Fault("forbidden-translation", "They were well.", "Es ging ihnen gut.", "Sie wurden geheilt."),
    "a promise with a capital": Fault(
        "forbidden-translation", "A good result.", "Ein gutes Ergebnis.", "HEILUNG als Ergebnis."),
    "a promise in Arabic": Fault(
        "forbidden-translation", "They were well.", "كانوا بخير.", "لقد شُفِيَتْ حالاتهم وحققوا الشفاء.", "ar"),
    "a promise in Chinese": Fault(
        "forbidden-translation", "They were well.", "他们情况良好。", "他们已被治愈。", "zh-Hans"),
    # Characters
    "a space at the end": Fault("outer-spaces", "It is warm.", "Er ist warm.", "Er ist warm. "),
    "letters in the wrong encoding": Fault("mojibake", "They slept.", "Sie schliefen schön.", "Sie schliefen schÃ¶n."),
    "a narrow comma in Chinese": Fault(
        "chinese-punctuation", "It is warm, and new.", "它是温的，也是新的（好）。", "它是温的, 也是新的。", "zh-Hans"),
    "a space in Chinese": Fault("chinese-punctuation", "It is warm.", "它是温的。", "它 是温的。", "zh-Hans"),
    "Arabic in the wrong encoding": Fault("mojibake", "They slept.", "ناموا.", "Ù†Ø§Ù…ÙˆØ§.", "ar"),
}  # fmt: skip

CATALOGS = {"missing-catalog", "unknown-message", "untranslated", "machine-translation", "machine-mark-left",
            "stale-translation"}  # fmt: skip
"""Found in a whole catalog, not in one message: the tests at the end."""


def project(folder: Path, source: str = "It is warm.") -> Path:
    """The tiny project in four languages, with *source* as its last paragraph."""
    root = tiny_project(folder)
    edit(root, ROOT, 'languages = ["en", "de"]', 'languages = ["en", "de", "ar", "zh-Hans"]')
    add(root, TEA, f"\n{source}\n")
    return root


def translate(root: Path, tag: str, words: Mapping[str, str], notes: Notes | None = None) -> None:
    """Write every catalog of *tag*: *words* by msgid, the source with a sign before it for all others.

    *notes* are the lines that stand before a message.
    """
    for domain, every in messages(readable(root)).items():
        lines = ['msgid ""', 'msgstr "Content-Type: text/plain; charset=UTF-8\\n"', ""]
        for msgid in dict.fromkeys(message.msgid for message in every):
            lines += (notes or {}).get(msgid, ())
            lines += [f"msgid {quoted(msgid)}", f"msgstr {quoted(words.get(msgid, f'§ {msgid}'))}", ""]
        path = root / f"locales/{posix(tag)}/LC_MESSAGES/{domain}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8")


def quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def judged(root: Path, tag: str) -> tuple[Finding, ...]:
    return check_translation(readable(root), tag)


def of(fault: Fault, root: Path, words: str, *notes: str) -> tuple[Finding, ...]:
    """What the checks find where *words* translate the source of *fault*."""
    translate(root, fault.tag, {fault.source: words}, {fault.source: notes})
    return judged(root, fault.tag)


@pytest.mark.parametrize("name", FAULTS)
def test_a_right_translation_passes_and_its_fault_is_found_where_it_stands(name: str, tmp_path: Path) -> None:
    fault = FAULTS[name]
    root = project(tmp_path, fault.source)
    assert of(fault, root, fault.good) == ()
    found = of(fault, root, fault.bad)
    file = f"locales/{posix(fault.tag)}/LC_MESSAGES/tea.po"
    place = f"{file}:{line_of(root, file, f'msgstr {quoted(fault.bad)}')}"
    assert {f"{finding.place} {finding.id}" for finding in found} == {
        f"{place} {id_}" for id_ in (fault.id, *fault.plus)
    }
    assert {finding.locale for finding in found} == {fault.tag}
    assert {finding.level for finding in found if finding.id == fault.id} == {TRANSLATION_LEVELS[fault.id]}


def test_each_finding_says_what_is_wrong_and_how_to_mend_it(golden: Golden, tmp_path: Path) -> None:
    def told() -> Iterator[str]:
        for number, (name, fault) in enumerate(FAULTS.items()):
            yield f"{name}: {fault.source} | {''.join(map(visible, fault.bad))}"
            for finding in of(fault, project(tmp_path / str(number), fault.source), fault.bad):
                yield f"    {finding.level}: {finding.message} {finding.fix} [{finding.id}]"
            yield ""

    golden("check/translation.txt", "\n".join(told()))


def visible(character: str) -> str:
    return character if character.isprintable() else f"<U+{ord(character):04X}>"


def test_every_check_has_its_level_and_its_fault() -> None:
    assert set(TRANSLATION_CHECKS) == set(TRANSLATION_LEVELS) == {fault.id for fault in FAULTS.values()} | CATALOGS


@pytest.mark.parametrize(
    ("name", "comment", "passes"),
    [
        ("another figure", "numbers – the paper says so", True),
        ("another figure", "numbers: the paper says so", True),
        ("another figure", "numbers", False),  # no reason
        ("another figure", "numbers –", False),
        ("another figure", "strong – of another check", False),
        ("nothing stressed", "strong – no word for it", True),
        ("words left in English", "unchanged – a name", True),
        ("a promise", "forbidden – a quotation", True),
        ("a claim lost", "claims – never", False),  # no way out
        ("a name altered", "keep – never", False),
    ],
)
def test_a_translator_may_answer_some_checks_with_a_reason(
    name: str, comment: str, passes: bool, tmp_path: Path
) -> None:
    fault = FAULTS[name]
    found = of(fault, project(tmp_path, fault.source), fault.bad, f"# lint-ok: {comment}")
    assert {finding.id for finding in found} == (set() if passes else {fault.id})


PROMISES = {
    "de": {
        "cure": [
            "Heilung",
            "heilungen",
            "geheilte",
            "HEILT",
            "heilbar",
            "Heilungschancen",
            "kurative",
            "Krebsheilung",
            "ausgeheilt",
            "heilende",
            "Heilungs-Chancen",
            "kuriert",
        ],
        "breakthrough": ["Durchbruch", "Durchbrüche", "Durchbrüchen"],
        "miracle": ["ein Wunder", "wundersame"],
        "wonder": ["Wundermittel", "Wunderwaffen"],
        "game changer": ["Gamechanger"],
        "guaranteed": ["garantiert", "Garantie"],
        "100 %": ["zu 100 %", "hundertprozentige"],
        "revolution": ["Revolution", "revolutionäre", "revolutioniert"],
        "risk-free": ["risikofreie", "ohne Nebenwirkungen", "nebenwirkungsfrei", "völlig sicher"],
        "": ["Wundheilung", "unheilbar", "kein Wunder", "bewundern", "Evolution"],
    },
    "ar": {
        "cure": [
            "الشفاء",
            "شفاءً",
            "وشفائهم",
            "شُفيت",
            "يشفى",
            "سيشفون",
            "الشـفاء",
            "علاج شافٍ",
            "شافية",
            "يشفيك",
            "سيشفيك",
            "شفائك",
        ],
        "breakthrough": ["اختراق طبي", "الاختراق العلمي"],
        "miracle": ["معجزة", "معجزه", "المعجزات"],
        "game changer": ["يغير قواعد اللعبة"],
        "guaranteed": ["مضمونة", "المضمون"],
        "100 %": ["بنسبة ١٠٠٪", "بنسبة 100%"],
        "revolution": ["ثورة", "ثورية"],
        "magic bullet": ["رصاصة سحرية"],
        "risk-free": ["بدون مخاطر", "دون أي آثار جانبية"],
        "": ["المستشفى", "استشفاء", "اختراق", "علاج"],
    },
    "zh-Hans": {
        "cure": ["治愈", "可以治愈疾病", "已痊愈", "根治", "病治好了", "断根", "彻底清除", "治癒"],
        "breakthrough": ["重大突破", "突破性"],
        "miracle": ["奇迹", "神奇的疗法", "奇蹟"],
        "wonder": ["神药", "灵丹妙药", "特效药"],
        "game changer": ["改变游戏规则", "颠覆性"],
        "guaranteed": ["保证有效", "包治百病"],
        "100 %": ["百分之百", "100%有效", "１００％有效", "百分百"],
        "revolution": ["革命性"],
        "magic bullet": ["魔弹"],
        "risk-free": ["没有副作用", "无风险", "毫无风险", "绝对安全", "零风险"],
        "": ["不可治愈", "伤口愈合", "治疗", "有没有风险", "疗效良好", "无风险因素", "安全"],
    },
}


@pytest.mark.parametrize("tag", PROMISES)
def test_promises_are_found_in_every_form_and_words_that_look_like_them_pass(tag: str, tmp_path: Path) -> None:
    root = project(tmp_path)
    fault = Fault("forbidden-translation", "It is warm.", "", "", tag)
    for idea, every in PROMISES[tag].items():
        for words in every:
            found = of(fault, root, words, "# lint-ok: numbers – only the words count here")
            assert [finding.id for finding in found] == ([fault.id] if idea else []), words


def test_a_translation_may_name_what_its_source_names(tmp_path: Path) -> None:
    fault = Fault("", "Is tea a cure?", "Ist Tee eine Heilung?", "")
    assert of(fault, project(tmp_path, fault.source), fault.good) == ()


# --- How far a catalog has come ---------------------------------------------------------------------------------------

HEADINGS = ("What was found", "When to call")
FILE = "locales/de/LC_MESSAGES/tea.po"


def state(root: Path, words: Mapping[str, str], notes: Notes) -> list[str]:
    translate(root, "de", words, notes)
    return shown(judged(root, "de"))


def shown(found: tuple[Finding, ...]) -> list[str]:
    return [f"{finding.place}: {finding.level}: {finding.message} {finding.fix} [{finding.id}]" for finding in found]


def at(root: Path, msgid: str) -> str:
    return f"{FILE}:{line_of(root, FILE, f'msgid {quoted(msgid)}') + 1}"


COUNTED = "`leafdeck i18n status` counts what is left."
READ = f"Have a person read each, then remove its fuzzy flag and `machine:` comment; {COUNTED} [machine-translation]"


def test_machine_drafts_are_one_finding_a_catalog(tmp_path: Path) -> None:
    root = project(tmp_path)
    one = state(root, {}, {HEADINGS[0]: DRAFT})
    assert one == [
        f'{at(root, HEADINGS[0])}: warning: "What was found" has a translation that only a machine has seen. {READ}'
    ]
    two = state(root, {}, dict.fromkeys(HEADINGS, DRAFT))
    assert two == [
        f'{at(root, HEADINGS[0])}: warning: 2 messages, the first "What was found", have a translation that only a '
        f"machine has seen. {READ}"
    ]


def test_missing_translations_are_one_finding_a_catalog(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert state(root, dict.fromkeys(HEADINGS, ""), {}) == [
        f'{at(root, HEADINGS[0])}: warning: 2 messages, the first "What was found", are not translated. '
        f"Translate them; {COUNTED} [untranslated]"
    ]
    translate(root, "de", {})
    add(root, TEA, "\nIt is new.\n")
    assert shown(judged(root, "de")) == [
        f'{FILE}: warning: "It is new." is not translated. '
        f"Run `leafdeck i18n update --locale de`, then translate; {COUNTED} [untranslated]"
    ]


def test_translations_of_older_words_are_named_one_by_one(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert state(root, {}, dict.fromkeys(HEADINGS, STALE)) == [
        f'{at(root, msgid)}: warning: The translation of "{msgid}" is of older words, or was sent back. '
        "Bring it up to date, then remove the fuzzy flag. [stale-translation]"
        for msgid in HEADINGS
    ]


def test_a_draft_is_judged_as_it_prints_and_a_stale_translation_is_not(tmp_path: Path) -> None:
    fault = FAULTS["another figure"]
    root = project(tmp_path, fault.source)
    assert {finding.id for finding in of(fault, root, fault.bad, *DRAFT)} == {"numbers-differ", "machine-translation"}
    assert {finding.id for finding in of(fault, root, fault.bad, *STALE)} == {"stale-translation"}


def test_messages_the_content_has_lost_are_one_finding_a_catalog(tmp_path: Path) -> None:
    root = project(tmp_path)
    translate(root, "de", {})
    add(root, FILE, '\nmsgid "Gone"\nmsgstr "Fort"\n\nmsgid "Away"\nmsgstr "Weg"\n')
    line = line_of(root, FILE, 'msgid "Gone"')
    assert shown(judged(root, "de")) == [
        f'{FILE}:{line}: note: The content no longer says "Gone" and 1 more. '
        "Run `leafdeck i18n update --locale de`. [unknown-message]"
    ]


def test_a_language_without_a_catalog_is_told_which(tmp_path: Path) -> None:
    root = project(tmp_path)
    translate(root, "de", {})
    (root / FILE).unlink()
    assert shown(judged(root, "de")) == [
        f"{FILE}: warning: There is no catalog of `tea` in German that can be read. "
        "Run `leafdeck i18n update --locale de`, or mend the file. [missing-catalog]"
    ]


def test_whatever_no_person_has_translated_still_refuses_a_release() -> None:
    assert {TRANSLATION_LEVELS[id_] for id_ in CATALOGS - {"unknown-message"}} <= POLICY["release"] - POLICY["draft"]


def test_the_language_of_the_content_has_no_translation_to_judge(tmp_path: Path) -> None:
    assert judged(project(tmp_path), "en") == ()
