"""The design of a deck as parts of its package: theme and table style (ECMA-376 part 1, 20.1.6 and 20.1.4.2)."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from leafdeck.model import Deck
from leafdeck.powerpoint.xml import HEADER, SLOTS, TABLE_STYLE, A, Look, colour


def theme_part(deck: Deck, look: Look) -> str:
    """`theme1.xml`: colours, typefaces, and the formats of shapes that its schema asks for."""
    values = dict(look.theme.colours)
    name = quoteattr(look.theme.name)
    scheme = "".join(f'<a:{slot}><a:srgbClr val="{values[own]}"/></a:{slot}>' for own, (slot, _) in SLOTS.items())
    # LibreOffice reads no font by script: the East Asian and the complex typeface are named outright.
    faces = "".join(
        f"<a:{slot} typeface={quoteattr(face)}/>"
        for slot, face in zip(("latin", "ea", "cs"), deck.office_fonts, strict=True)
    )
    own = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{own}<a:prstDash val="solid"/></a:ln>'
        for width in (9525, 19050, 28575)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{HEADER}<a:theme xmlns:a="{A}" name={name}><a:themeElements><a:clrScheme name={name}>{scheme}</a:clrScheme>'
        f"<a:fontScheme name={name}><a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f"<a:fmtScheme name={name}><a:fillStyleLst>{own * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{own * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def table_styles() -> str:
    """`tableStyles.xml`: our own table style: a dark header, rules between rows, the first column bold."""

    def line(side: str, width: int, name: str) -> str:
        return f'<a:{side}><a:ln w="{width}" cmpd="sng">{colour(name)}</a:ln></a:{side}>'

    def words(name: str, bold: str) -> str:
        return (
            f'<a:tcTxStyle{bold}><a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
            f'<a:schemeClr val="{SLOTS[name][0]}"/></a:tcTxStyle>'
        )

    none = "".join(f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>" for side in ("left", "right"))
    borders = (
        f"{none}{line('top', 19050, 'deep')}{line('bottom', 19050, 'deep')}{line('insideH', 9525, 'slate')}"
        "<a:insideV><a:ln><a:noFill/></a:ln></a:insideV>"
    )
    bold = ' b="on"'
    return (
        f'{HEADER}<a:tblStyleLst xmlns:a="{A}" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Leafdeck">'
        f"<a:wholeTbl>{words('ink', '')}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle>"
        f"</a:wholeTbl><a:band2H><a:tcStyle><a:tcBdr/><a:fill>{colour('mist')}</a:fill></a:tcStyle></a:band2H>"
        f"<a:firstCol>{words('deep', bold)}<a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>"
        f"<a:firstRow>{words('paper', bold)}<a:tcStyle><a:tcBdr/><a:fill>{colour('deep')}</a:fill></a:tcStyle>"
        "</a:firstRow>"
        # The corner is of the first column too, whose dark letters would vanish on the dark header.
        f"<a:nwCell>{words('paper', bold)}<a:tcStyle><a:tcBdr/></a:tcStyle></a:nwCell></a:tblStyle></a:tblStyleLst>"
    )
