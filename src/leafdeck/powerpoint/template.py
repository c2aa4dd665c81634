"""The parts of a deck without slides, written from a theme for one language: python-pptx cannot make layouts.

Right-to-left is a template of its own, mirrored: position never stands on a slide.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from xml.sax.saxutils import quoteattr

from leafdeck.model import Deck, Layout, LayoutName, Placeholder
from leafdeck.powerpoint.design import table_styles, theme_part
from leafdeck.powerpoint.shapes import TREE, background, decoration, placeholder, title_case
from leafdeck.powerpoint.xml import HEADER, MAP, NAMESPACES, Look, R, emu, number_field, styles

FIRST_INDEX = 20
"""Index of a layout's first placeholder after its title; footer and number have those below."""
FOOT_INDEX = 10
MASTER_FOOT_INDEX = 2
FIRST_LAYOUT_ID = 2147483649
"""Ids of the master and of layouts are unique together."""
NOTES_WIDTH, NOTES_HEIGHT = 6858000, 9144000

TYPES: dict[LayoutName, str] = {
    "title": "title",
    "section": "secHead",
    "bullets": "obj",
    "comparison": "twoTxTwoObj",
    "table": "tbl",
}
"""What PowerPoint calls our layouts, so that slides find their counterpart in another template."""

OFFICE = "application/vnd.openxmlformats-officedocument."
PRESENTATION = f"{OFFICE}presentationml."


def index_of(layout: Layout, name: str) -> int:
    """The index by which a slide finds the placeholder *name*; 0 for the title."""
    names = [box.name for box in layout.placeholders if box.kind != "title"]
    return FIRST_INDEX + names.index(name) if name in names else 0


def template(deck: Deck, look: Look) -> bytes:
    """An OOXML package (.pptx) with master, layouts, notes master, themes and table style, and no slide."""
    theme = look.theme
    layouts = {f"ppt/slideLayouts/slideLayout{number}.xml": each for number, each in enumerate(theme.layouts, 1)}
    parts = {
        "ppt/presentation.xml": (f"{PRESENTATION}presentation.main+xml", _presentation(look)),
        "ppt/slideMasters/slideMaster1.xml": (f"{PRESENTATION}slideMaster+xml", _master(look)),
        "ppt/notesMasters/notesMaster1.xml": (f"{PRESENTATION}notesMaster+xml", _notes_master(look)),
        "ppt/theme/theme1.xml": (f"{OFFICE}theme+xml", theme_part(deck, look)),
        "ppt/theme/theme2.xml": (f"{OFFICE}theme+xml", theme_part(deck, look)),
        "ppt/tableStyles.xml": (f"{PRESENTATION}tableStyles+xml", table_styles()),
        "ppt/presProps.xml": (f"{PRESENTATION}presProps+xml", f"{HEADER}<p:presentationPr {NAMESPACES}/>"),
        "ppt/viewProps.xml": (f"{PRESENTATION}viewProps+xml", f"{HEADER}<p:viewPr {NAMESPACES}/>"),
        "docProps/core.xml": ("application/vnd.openxmlformats-package.core-properties+xml", _core()),
        "docProps/app.xml": (f"{OFFICE}extended-properties+xml", _app(len(deck.slides))),
        **{path: (f"{PRESENTATION}slideLayout+xml", _layout(each, look)) for path, each in layouts.items()},
    }
    files = {
        "[Content_Types].xml": _content_types({path: kind for path, (kind, _) in parts.items()}),
        "_rels/.rels": _relations(
            [
                (f"{R}/officeDocument", "ppt/presentation.xml"),
                (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                (f"{R}/extended-properties", "docProps/app.xml"),
            ]
        ),
        "ppt/_rels/presentation.xml.rels": _relations(
            [
                (f"{R}/slideMaster", "slideMasters/slideMaster1.xml"),
                (f"{R}/notesMaster", "notesMasters/notesMaster1.xml"),
                (f"{R}/presProps", "presProps.xml"),
                (f"{R}/viewProps", "viewProps.xml"),
                (f"{R}/theme", "theme/theme1.xml"),
                (f"{R}/tableStyles", "tableStyles.xml"),
            ]
        ),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            [
                *((f"{R}/slideLayout", f"../slideLayouts/{path.rpartition('/')[2]}") for path in layouts),
                (f"{R}/theme", "../theme/theme1.xml"),
            ]
        ),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relations([(f"{R}/theme", "../theme/theme2.xml")]),
        **{
            path.replace("slideLayouts/", "slideLayouts/_rels/") + ".rels": _relations(
                [(f"{R}/slideMaster", "../slideMasters/slideMaster1.xml")]
            )
            for path in layouts
        },
        **{path: words for path, (_, words) in parts.items()},
    }
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for path, words in files.items():
            archive.writestr(zipfile.ZipInfo(path), words)
    return package.getvalue()


PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEADER}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _content_types(kinds: Mapping[str, str]) -> str:
    inside = "".join(f'<Override PartName="/{path}" ContentType="{kind}"/>' for path, kind in kinds.items())
    return (
        f'{HEADER}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )


def _plain(look: Look) -> Placeholder:
    """What words outside placeholders look like."""
    return Placeholder("other", "body", 0, 0, 0, 0, (look.theme.source_size * 1.5,))


def _presentation(look: Look) -> str:
    width, height = emu(look.theme.width), emu(look.theme.height)
    direction = ' rtl="1"' if look.rtl else ""
    return (
        f'{HEADER}<p:presentation {NAMESPACES}{direction} saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{FIRST_LAYOUT_ID - 1}" r:id="rId1"/></p:sldMasterIdLst>'
        # Without this list Keynote loses all notes; it stands directly after the masters.
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{width}" cy="{height}"/><p:notesSz cx="{NOTES_WIDTH}" cy="{NOTES_HEIGHT}"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="{look.lang}"/></a:defPPr>{styles(_plain(look), look)}'
        "</p:defaultTextStyle></p:presentation>"
    )


def _master(look: Look) -> str:
    theme = look.theme
    title, points, *_ = theme.layout("bullets").placeholders
    shapes = [placeholder(2, title, 0, look), placeholder(3, points, 1, look)]
    shapes += [placeholder(4 + each, box, MASTER_FOOT_INDEX + each, look) for each, box in enumerate(theme.foot)]
    ids = "".join(
        f'<p:sldLayoutId id="{FIRST_LAYOUT_ID + each}" r:id="rId{each + 1}"/>' for each in range(len(theme.layouts))
    )
    return (
        f"{HEADER}<p:sldMaster {NAMESPACES}><p:cSld>{background('paper')}<p:spTree>{TREE}{''.join(shapes)}</p:spTree>"
        f"</p:cSld>{MAP}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{styles(title, look, 1, 'mj')}</p:titleStyle><p:bodyStyle>{styles(points, look)}</p:bodyStyle>"
        f"<p:otherStyle>{styles(_plain(look), look)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _layout(layout: Layout, look: Look) -> str:
    # Document order is reading order.
    shapes = [decoration(2 + each, shape, look) for each, shape in enumerate(layout.decorations)]
    for box in layout.placeholders:
        cover = layout.name == "title"
        shapes.append(placeholder(2 + len(shapes), box, index_of(layout, box.name), look, cover=cover))
    for each, box in enumerate(look.theme.foot):
        own = replace(box, colour=layout.footer_colour)
        shapes.append(placeholder(2 + len(shapes), own, FOOT_INDEX + each, look))
    kind = f'type="{TYPES[layout.name]}"' if layout.name in TYPES else 'userDrawn="1"'
    return (
        f'{HEADER}<p:sldLayout {NAMESPACES} {kind} preserve="1"><p:cSld name={quoteattr(title_case(layout.name))}>'
        f"{background(layout.background)}<p:spTree>{TREE}{''.join(shapes)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _notes_master(look: Look) -> str:
    inch = NOTES_WIDTH / 7.5
    boxes = (
        ("sldImg", 2, 0.75, 1.25, 6.0, 3.375),
        ("body", 3, 0.75, 4.8, 6.0, 4.0),
        ("sldNum", 5, 4.25, 9.45, 3.25, 0.5),
    )
    shapes = ""
    for id_, (kind, index, x, y, width, height) in enumerate(boxes, 2):
        left = 7.5 - x - width if look.rtl else x
        locks = 'noGrp="1" noRot="1" noChangeAspect="1"' if kind == "sldImg" else 'noGrp="1"'
        words = number_field(look) if kind == "sldNum" else ""
        body = (
            '<a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln></p:spPr>'
            if kind == "sldImg"
            else f'</p:spPr><p:txBody><a:bodyPr rtlCol="{int(look.rtl)}"/><a:lstStyle/>'
            f'<a:p>{words}<a:endParaRPr lang="{look.lang}"/></a:p></p:txBody>'
        )
        quarter = "" if kind == "sldImg" else ' sz="quarter"'
        shapes += (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{NOTES_NAMES[kind]}"/><p:cNvSpPr><a:spLocks {locks}/>'
            f'</p:cNvSpPr><p:nvPr><p:ph type="{kind}"{quarter} idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{round(left * inch)}" y="{round(y * inch)}"/>'
            f'<a:ext cx="{round(width * inch)}" cy="{round(height * inch)}"/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{body}</p:sp>'
        )
    notes = Placeholder("notes", "body", 0, 0, 0, 0, (12,))
    return (
        f'{HEADER}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef>'
        f"</p:bg><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>{MAP}<p:notesStyle>{styles(notes, look)}</p:notesStyle>"
        "</p:notesMaster>"
    )


NOTES_NAMES = {"sldImg": "Slide image", "body": "Notes", "sldNum": "Slide number"}


def _core() -> str:
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title/></cp:coreProperties>'
    )


def _app(slides: int) -> str:
    return (
        f'{HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<PresentationFormat>Widescreen</PresentationFormat><Slides>{slides}</Slides><Notes>{slides}</Notes>"
        "<Application>Leafdeck</Application></Properties>"
    )
