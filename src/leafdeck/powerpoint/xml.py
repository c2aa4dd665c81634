"""Every piece of raw XML of a deck, one function an element (ECMA-376 part 1). Nothing else in the room writes XML.

Each function gives back a string; words and names are escaped here. What PowerPoint "repairs" when it is wrong is
said beside the element it concerns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from leafdeck.model import Decoration, Para, Placeholder, Run, Theme

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
ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
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


def transform(box: Placeholder | Decoration, look: Look) -> str:
    """Place and size; right-to-left is the mirror image."""
    x, width = emu(box.x), emu(box.width)
    if look.rtl:
        x = emu(look.theme.width) - x - width
    return f'<a:xfrm><a:off x="{x}" y="{emu(box.y)}"/><a:ext cx="{width}" cy="{emu(box.height)}"/></a:xfrm>'


def geometry(shape: str) -> str:
    """The outline of a shape, by its DrawingML name."""
    return f'<a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>'


def background(name: str) -> str:
    """Without `effectLst` PowerPoint repairs the file."""
    return f"<p:bg><p:bgPr>{colour(name)}<a:effectLst/></p:bgPr></p:bg>"


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
        f'rtl="{int(look.rtl)}" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{round(look.theme.line_spacing * 100000)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef>{marker(box.marker, level)}'
        f'<a:defRPr lang="{look.lang}" sz="{round(box.sizes[0] * 100)}" b="{int(box.bold)}" kern="1200">{colour(box.colour)}'
        f'<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/><a:cs typeface="+{face}-cs"/></a:defRPr></a:{tag}>'
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
    return f"<a:p>{_element('a:pPr', attributes, inside)}{runs}</a:p>"


def number_field(look: Look, shown: str = "‹#›") -> str:
    """The number of the slide, kept by PowerPoint."""
    return f'<a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{look.lang}" dirty="0"/><a:t>{shown}</a:t></a:fld>'


def _element(tag: str, attributes: Sequence[str], inside: str = "") -> str:
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


# --- shapes --------------------------------------------------------------------------------------------------


def kind_of(box: Placeholder, index: int, *, cover: bool) -> str:
    """What a placeholder is, and the index by which slides find it."""
    match box.kind:
        case "title":
            return 'type="ctrTitle"' if cover else 'type="title"'
        case "subtitle":
            return f'type="subTitle" idx="{index}"'
        case "table":
            return f'type="tbl" idx="{index}"'
        case "footer":
            return f'type="ftr" sz="quarter" idx="{index}"'
        case "number":
            return f'type="sldNum" sz="quarter" idx="{index}"'
        case _:
            return f'type="{box.kind}" idx="{index}"'


def body_properties(box: Placeholder, look: Look) -> str:
    """How words lie in a box. Nothing shrinks by itself: what fits was measured."""
    inset = emu(box.inset)
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{inset}" tIns="{inset}" rIns="{inset}" bIns="{inset}" '
        f'rtlCol="{int(look.rtl)}" anchor="{ANCHORS[box.anchor]}"><a:normAutofit/></a:bodyPr>'
    )


def placeholder(id_: int, box: Placeholder, index: int, look: Look, *, cover: bool = False) -> str:
    """A placeholder of a layout or master."""
    prompt = f'<a:r><a:rPr lang="en-GB" dirty="0"/><a:t>{escape(title_case(box.name))}</a:t></a:r>'
    words = {"number": number_field(look), "footer": ""}.get(box.kind, prompt)
    fill = colour(box.fill) if box.fill else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{escape(title_case(box.name))}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind_of(box, index, cover=cover)}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{transform(box, look)}{geometry(box.shape)}{fill}</p:spPr><p:txBody>{body_properties(box, look)}"
        f'<a:lstStyle>{styles(box, look, 3)}</a:lstStyle><a:p>{words}<a:endParaRPr lang="{look.lang}"/></a:p></p:txBody></p:sp>'
    )


def decoration(id_: int, shape: Decoration, look: Look) -> str:
    """A shape that says nothing. Without a `txBody` PowerPoint repairs the file."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="Decoration {id_}">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform(shape, look)}{geometry(shape.shape)}'
        f"{colour(shape.colour, shape.opacity)}<a:ln><a:noFill/></a:ln></p:spPr>"
        f'<p:txBody><a:bodyPr rtlCol="{int(look.rtl)}" anchor="ctr"/><a:lstStyle/>'
        f'<a:p><a:endParaRPr lang="{look.lang}"/></a:p></p:txBody></p:sp>'
    )


def foot(id_: int, box: Placeholder, index: int, words: str, look: Look) -> str:
    """The footer or the number of a slide. LibreOffice forgets the layout's style without an explicit `algn`."""
    attributes = [f'algn="{look.align(box.align)}"', *(['rtl="1"'] if look.rtl else [])]
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{id_}" name="{escape(title_case(box.name))}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind_of(box, index, cover=False)}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{_element('a:pPr', attributes)}{words}</a:p></p:txBody></p:sp>"
    )


def sections(parts: Sequence[tuple[str, str, Sequence[int]]]) -> str:
    """PowerPoint's sections: (name, GUID, slide ids). Every slide stands in exactly one."""
    inside = "".join(
        f'<p14:section name={quoteattr(name)} id="{guid}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{id_}"/>' for id_ in ids)
        + "</p14:sldIdLst></p14:section>"
        for name, guid, ids in parts
    )
    return (
        f'<p:extLst xmlns:p="{P}"><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
        f'<p14:sectionLst xmlns:p14="{P14}">{inside}</p14:sectionLst></p:ext></p:extLst>'
    )


def title_case(name: str) -> str:
    """`first-heading` as a name people read: `First heading`."""
    return re.sub("-", " ", name).capitalize()
