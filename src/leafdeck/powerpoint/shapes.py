"""Raw XML of a deck: backgrounds, placeholders, decorations, sections (ECMA-376 part 1). Position is the layout's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from leafdeck.model import Badge, Decoration, Placeholder, badge_size
from leafdeck.powerpoint.xml import NAMESPACES, P14, Look, P, colour, element, emu, number_field, styles

ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
FILLED: dict[Badge, int] = {"strong": 3, "some": 2, "early": 1, "unknown": 0}
"""Steps of a badge that are filled."""
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
"""What every tree of shapes begins with."""


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


def _names(id_: int, box: Placeholder, index: int, *, cover: bool = False) -> str:
    """What a placeholder is called, and which it is."""
    return (
        f'<p:nvSpPr><p:cNvPr id="{id_}" name={quoteattr(title_case(box.name))}/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {kind_of(box, index, cover=cover)}/></p:nvPr></p:nvSpPr>"
    )


def placeholder(id_: int, box: Placeholder, index: int, look: Look, *, cover: bool = False) -> str:
    """A placeholder of a layout or master."""
    prompt = f'<a:r><a:rPr lang="en-GB" dirty="0"/><a:t>{escape(title_case(box.name))}</a:t></a:r>'
    words = {"number": number_field(look), "footer": ""}.get(box.kind, prompt)
    fill = colour(box.fill) if box.fill else ""
    return (
        f"<p:sp>{_names(id_, box, index, cover=cover)}"
        f"<p:spPr>{transform(box, look)}{geometry(box.shape)}{fill}</p:spPr><p:txBody>{body_properties(box, look)}"
        f'<a:lstStyle>{styles(box, look, 3)}</a:lstStyle><a:p>{words}<a:endParaRPr lang="{look.lang}"/></a:p>'
        "</p:txBody></p:sp>"
    )


def badge(id_: int, box: Placeholder, steps: Badge, look: Look) -> str:
    """*steps* at the start of *box*: three steps up in reading direction, those not reached hollow.

    One shape beside the words that say the same, so screen readers pass over it. LibreOffice would fill the whole
    box if the steps were the outline of the placeholder itself.
    """
    width, height = badge_size(box)
    down = {"top": 0.0, "middle": (box.height - height) / 2, "bottom": box.height - height}[box.anchor]
    place = transform(Decoration(box.x, box.y + down, width, height, box.colour), look)
    drawn = []
    for step in range(3):
        left = 8 * (2 - step if look.rtl else step) + 1
        corners = ((left, 9 - 4 * step), (left + 6, 9 - 4 * step), (left + 6, 13), (left, 13))
        first, *others = (f'<a:pt x="{x}" y="{y}"/>' for x, y in corners)
        filled = "" if step < FILLED[steps] else ' fill="none"'
        lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)
        drawn.append(f'<a:path w="24" h="14"{filled}><a:moveTo>{first}</a:moveTo>{lines}<a:close/></a:path>')
    ink = colour(box.colour)
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{id_}" name="Badge {id_}">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr>{place}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="l" t="t" r="r" b="b"/><a:pathLst>{"".join(drawn)}</a:pathLst></a:custGeom>{ink}'
        f'<a:ln w="{emu(width / 20)}">{ink}<a:miter lim="800000"/></a:ln></p:spPr>{_wordless(look)}</p:sp>'
    )


def _wordless(look: Look) -> str:
    """The text body of a shape that says nothing: without one PowerPoint repairs the file."""
    return (
        f'<p:txBody><a:bodyPr rtlCol="{int(look.rtl)}" anchor="ctr"/><a:lstStyle/>'
        f'<a:p><a:endParaRPr lang="{look.lang}"/></a:p></p:txBody>'
    )


def decoration(id_: int, shape: Decoration, look: Look) -> str:
    """A shape that says nothing."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="Decoration {id_}">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform(shape, look)}{geometry(shape.shape)}'
        f"{colour(shape.colour, shape.opacity)}<a:ln><a:noFill/></a:ln></p:spPr>{_wordless(look)}</p:sp>"
    )


def foot(id_: int, box: Placeholder, index: int, words: str, look: Look) -> str:
    """The footer or the number of a slide. LibreOffice forgets the layout's style without an explicit `algn`."""
    attributes = [f'algn="{look.align(box.align)}"', *(['rtl="1"'] if look.rtl else [])]
    return (
        f"<p:sp {NAMESPACES}>{_names(id_, box, index)}"
        f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{element('a:pPr', attributes)}{words}</a:p></p:txBody></p:sp>"
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
