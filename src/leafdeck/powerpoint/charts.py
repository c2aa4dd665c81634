"""Native bar charts whose data can be edited: one bar a row, its figure written at its end."""

from __future__ import annotations

from typing import Any
from unicodedata import east_asian_width

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from leafdeck.model import Bar, Bars
from leafdeck.powerpoint.xml import Look

THICKEST = Inches(0.7)
"""A bar alone on its slide would otherwise fill it."""
LEAST_GAP, MOST_GAP = 60, 500
"""Space between two bars, in hundredths of a bar; the most is the schema's (ECMA-376, 21.2.2.75)."""
NAMES = 0.4
"""Share of the chart's width that the names of bars have at most: planning counts their lines in a little less."""
CHARACTER, WIDE = 0.6, 1.05
"""Width in em of a character, and of an East Asian one, to be safe."""
EMBEDDING, END = "\u202b", "\u202c"
"""RIGHT-TO-LEFT EMBEDDING and its end (Unicode UAX 9): neither PowerPoint nor LibreOffice lays out the names and
figures of a chart in the direction its paragraphs state, and "10 of 15" would read "of 15 10"."""
FIRST_AXIS = 111111110
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"

# python-pptx states no types for its chart data.
_Data: Any = CategoryChartData


def draw(placeholder: Any, bars: Bars, size: float, look: Look) -> Any:
    """Fill the chart *placeholder* with *bars*; gives back its graphic frame.

    People with a result lie over the bar of their whole group, which is pale with a dark outline: group sizes stay
    visible, and no colour has to be told from another.
    """
    data = _Data(number_format="General")
    data.categories = [_directed(bar.name, look) for bar in bars.bars]
    grouped = len(bars.series) > 1
    if grouped:
        data.add_series(bars.series[1], [bar.value + bar.rest for bar in bars.bars])
    data.add_series(bars.series[0], [bar.value for bar in bars.bars])
    height, width = placeholder.height, placeholder.width
    names = min(max(_width(bar.name, size) for bar in bars.bars) / width + 0.01, NAMES)
    frame = placeholder.insert_chart(XL_CHART_TYPE.BAR_CLUSTERED, data)
    chart = frame.chart
    chart.has_legend = False
    chart.has_title = False
    chart.font.size = Pt(size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    _axes(chart, _scale(bars.bars, size, width * (1 - names)), look)
    _place(chart, names, look)
    plot = chart.plots[0]
    plot.gap_width = round(min(max((height / len(bars.bars) / THICKEST - 1) * 100, LEAST_GAP), MOST_GAP))
    plot.overlap = 100
    plot.vary_by_categories = False
    for series in plot.series:
        series.invert_if_negative = False
        series.format.fill.solid()
        series.format.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    if grouped:
        whole = plot.series[0]
        whole.format.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
        whole.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_6
        whole.format.line.width = Pt(1.25)
    _figures(plot.series[0], bars, size, look)
    _mend(chart, look)
    return frame


def _width(words: str, size: float) -> float:
    """About how wide *words* are, in English Metric Units."""
    ems = sum(WIDE if east_asian_width(each) in "WF" else CHARACTER for each in words)
    return Pt(size) * ems


def _scale(bars: tuple[Bar, ...], size: float, width: float) -> float:
    """Where the scale ends: beyond every bar, by as much as its figure takes."""
    room = (max(1 - _width(f"{bar.value_label} ", size) / width, 0.5) for bar in bars)
    return max(float(bar.value + bar.rest) / share for bar, share in zip(bars, room, strict=True)) or 1.0


def _place(chart: Any, names: float, look: Look) -> None:
    """Fix where the bars lie, so that no program gives the names of bars less room than they were measured in."""
    x = 0 if look.rtl else names
    space = f'<c:x val="{x:.4f}"/><c:y val="0"/><c:w val="{1 - names:.4f}"/><c:h val="1"/>'
    area = chart._chartSpace.chart.plotArea
    old = area.find(qn("c:layout"))
    if old is not None:
        area.remove(old)
    area.insert(
        0,
        parse_xml(
            f'<c:layout xmlns:c="{CHART}"><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
            f'<c:yMode val="edge"/>{space}</c:manualLayout></c:layout>'
        ),
    )


def _axes(chart: Any, scale: float, look: Look) -> None:
    categories, values = chart.category_axis, chart.value_axis
    categories.reverse_order = True
    categories.format.line.fill.background()
    categories.has_major_gridlines = False
    categories.major_tick_mark = XL_TICK_MARK.NONE
    values.visible = False
    values.has_major_gridlines = False
    values.minimum_scale = 0
    values.maximum_scale = scale
    # Bars begin on the right, where their names stand.
    values.reverse_order = look.rtl


def _figures(series: Any, bars: Bars, size: float, look: Look) -> None:
    """The figure of each bar in words, "3 of 12", at the end of its longest part."""
    for place, bar in enumerate(bars.bars):
        label = series.points[place].data_label
        frame = label.text_frame
        frame.text = _directed(bar.value_label, look)
        font = frame.paragraphs[0].runs[0].font
        font.size = Pt(size)
        font.bold = True
        font.color.theme_color = MSO_THEME_COLOR.TEXT_2
        label.position = XL_LABEL_POSITION.OUTSIDE_END


def _directed(words: str, look: Look) -> str:
    return f"{EMBEDDING}{words}{END}" if look.rtl else words


def _mend(chart: Any, look: Look) -> None:
    """What python-pptx leaves wrong or out: negative axis ids (xsd:unsignedInt), language, direction."""
    space = chart._chartSpace
    ids = sorted({axis.get("val") for axis in space.iter(qn("c:axId"))})
    for place, old in enumerate(ids):
        for axis in space.iter(qn("c:axId"), qn("c:crossAx")):
            if axis.get("val") == old:
                axis.set("val", str(FIRST_AXIS + place))
    for properties in space.iter(qn("a:defRPr"), qn("a:rPr")):
        properties.set("lang", look.lang)
    if look.rtl:
        for paragraph in space.iter(qn("a:p")):
            paragraph.get_or_add_pPr().set("rtl", "1")
    lang = parse_xml(f'<c:lang xmlns:c="{CHART}" val="{look.lang}"/>')
    before = space.find(qn("c:date1904"))
    if before is None:
        space.insert(0, lang)
    else:
        before.addnext(lang)
