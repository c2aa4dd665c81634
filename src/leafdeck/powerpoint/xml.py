"""Raw XML of a deck: colours, paragraphs and runs, one function an element (ECMA-376 part 1).

Each function gives back a string; words and names are escaped here. What PowerPoint "repairs" when it is wrong is
said beside the element it concerns. Shapes are in `shapes.py`, whole parts in `template.py` and `design.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from leafdeck.model import Para, Placeholder, Run, Theme

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

EMU = 914400
"""English Metric Units in an inch."""
LEVELS = 9
TABLE_STYLE = "{8A1F6B52-3C4D-4E5F-9A0B-1C2D3E4F5A6B}"
NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
BULLETS = ("•", "–", "•")
SMALL = 0.6
"""Size of citation marks beside the words they stand in."""
EAST_ASIAN = ("zh", "ja", "ko")

SLOTS = {
    "ink": ("dk1", "tx1"), "paper": ("lt1", "bg1"), "deep": ("dk2", "tx2"), "mist": ("lt2", "bg2"),
    "teal": ("accent1", "accent1"), "amber": ("accent2", "accent2"), "blue": ("accent3", "accent3"),
    "rose": ("accent4", "accent4"), "violet": ("accent5", "accent5"), "slate": ("accent6", "accent6"),
    "link": ("hlink", "hlink"), "visited": ("folHlink", "folHlink"),
}  # fmt: skip
"""Colour of the theme -> its slot in the colour scheme, and its name on slides."""
MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)


@dataclass(frozen=True, slots=True)
class Look:
    """What every element asks: the design, the direction and the language."""

    theme: Theme
    rtl: bool
    lang: str
    """The tag Office proofs with."""

    def align(self, side: str) -> str:
        """`algn` is physical: the start of a right-to-left line is `r`."""
        return {"start": "r" if self.rtl else "l", "end": "l" if self.rtl else "r", "centre": "ctr"}[side]


def emu(inches: float) -> int:
    """*inches* in English Metric Units."""
    return round(inches * EMU)


def colour(name: str, opacity: float = 1.0) -> str:
    """A solid fill in a colour of the theme."""
    alpha = f'<a:alpha val="{round(opacity * 100000)}"/>' if opacity < 1 else ""
    return f'<a:solidFill><a:schemeClr val="{SLOTS[name][1]}">{alpha}</a:schemeClr></a:solidFill>'


# --- words ---------------------------------------------------------------------------------------------------


def marker(kind: str, level: int, start: int = 1) -> str:
    """What stands before a paragraph."""
    if kind == "none":
        return "<a:buNone/>"
    ink = f'<a:buClr><a:schemeClr val="{SLOTS["teal"][1]}"/></a:buClr>'
    if kind == "number":
        begins = f' startAt="{start}"' if start > 1 else ""
        return f'{ink}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{begins}/>'
    return f'{ink}<a:buFont typeface="Arial"/><a:buChar char="{BULLETS[min(level, len(BULLETS) - 1)]}"/>'


def indent(kind: str, level: int, theme: Theme) -> str:
    """Words of a list stand right of their marker; these are sides of the line, mirrored by `rtl`."""
    step = emu(theme.indent)
    if kind == "none":
        return f'marL="{step * level}" indent="0"'
    return f'marL="{step * (level + 1)}" indent="-{step}"'


def style(tag: str, level: int, box: Placeholder, look: Look, face: str = "mn") -> str:
    """One level of a list style: how paragraphs of *box* look."""
    spaces = look.theme.space_before
    before = 0 if box.kind == "title" else round(spaces[min(level, len(spaces) - 1)] * box.spacing * 100)
    return (
        f'<a:{tag} {indent(box.marker, level, look.theme)} algn="{look.align(box.align)}" defTabSz="914400" '
        f'rtl="{int(look.rtl)}" eaLnBrk="1" latinLnBrk="0" hangingPunct="0">'
        f'<a:lnSpc><a:spcPct val="{round(look.theme.line_spacing * 100000)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef>{marker(box.marker, level)}'
        f'<a:defRPr lang="{look.lang}" sz="{round(box.sizes[0] * 100)}" b="{int(box.bold)}" kern="1200">'
        f'{colour(box.colour)}<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/>'
        f'<a:cs typeface="+{face}-cs"/></a:defRPr></a:{tag}>'
    )


def styles(box: Placeholder, look: Look, levels: int = LEVELS, face: str = "mn") -> str:
    """The levels of a list style."""
    return "".join(style(f"lvl{level + 1}pPr", level, box, look, face) for level in range(levels))


def run(words: Run, size: float | None, look: Look, link: str = "") -> str:
    """Characters of one look. *size* is None where the layout's own serves; *link* is a relationship id.

    Without `lang` PowerPoint breaks East Asian lines wrongly and proofs in the language of whoever opens the file.
    """
    points = max(look.theme.source_size, round((size or 0) * SMALL)) if words.small else size
    sized = f' sz="{round(points * 100)}"' if points else ""
    bold = ' b="0"' if words.small else ' b="1"' if words.bold else ""
    other = ' altLang="en-GB"' if words.lang.split("-")[0] in EAST_ASIAN else ""
    opens = f'<a:hlinkClick r:id="{link}"/>' if link else ""
    return (
        f'<a:r><a:rPr lang={quoteattr(words.lang)}{other}{sized}{bold} dirty="0">{opens}</a:rPr>'
        f"<a:t>{escape(words.text)}</a:t></a:r>"
    )


def paragraph(
    para: Para,
    look: Look,
    size: float | None,
    like: Placeholder | None,
    links: Iterable[str] = (),
    *,
    own_size: float = 0,
) -> str:
    """One paragraph. *like* is the placeholder whose style it inherits; None in a table, which has none to give.

    `algn` and `rtl` are both written wherever they differ from the style: with one alone, right-to-left words stand on
    the wrong side or in the wrong order. *own_size* is what citation marks are measured by where *size* is None.
    """
    rtl = para.direction == "rtl"
    attributes = [f'lvl="{para.level}"'] if para.level else []
    listed = like is None or para.marker != like.marker
    if listed:
        attributes.insert(0, indent(para.marker, para.level, look.theme))
    if like is None or (rtl != look.rtl and like.align == "start"):
        attributes.append(f'algn="{"r" if rtl else "l"}"')
    if rtl or look.rtl:
        attributes.append(f'rtl="{int(rtl)}"')
    numbered = para.marker == "number" and para.start > 1
    inside = marker(para.marker, para.level, para.start) if listed or numbered else ""
    opened = iter(links)
    runs = "".join(
        run(each, own_size if each.small and size is None else size, look, next(opened) if each.link else "")
        for each in para.runs
    )
    return f"<a:p>{element('a:pPr', attributes, inside)}{runs}</a:p>"


def number_field(look: Look, shown: str = "‹#›") -> str:
    """The number of the slide, kept by PowerPoint."""
    return f'<a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{look.lang}" dirty="0"/><a:t>{shown}</a:t></a:fld>'


def element(tag: str, attributes: Sequence[str], inside: str = "") -> str:
    """The element *tag*; nothing where it would be empty."""
    if not attributes and not inside:
        return ""
    opening = " ".join((tag, *attributes))
    return f"<{opening}>{inside}</{tag}>" if inside else f"<{opening}/>"


def parted(paras: Sequence[Para]) -> list[Para]:
    """Numbered paragraphs that follow each other all begin where the first does: that is how PowerPoint counts on."""
    made: list[Para] = []
    for kind, group in groupby(paras, key=lambda para: para.marker):
        together = list(group)
        start = together[0].start if kind == "number" else 1
        made += [
            Para(each.runs, each.direction, each.level, each.marker, start if kind == "number" else 1)
            for each in together
        ]
    return made
