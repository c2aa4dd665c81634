"""Native bar charts whose data can be edited: one bar a row, its figure written at its end."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from leafdeck.model import Bars
from leafdeck.powerpoint.xml import Look

ROOM_FOR_FIGURES = 1.3
"""The scale ends beyond the longest bar, so that the figure at its end has room."""
FIRST_AXIS = 111111110


def draw(placeholder: Any, bars: Bars, size: float, look: Look) -> Any:
    """Fill the chart *placeholder* with *bars*; gives back its graphic frame.

    People with a result lie over the bar of their whole group, which is pale with a dark outline: group sizes stay
    visible, and no colour has to be told from another.
    """
    data = CategoryChartData(number_format="General")
    data.categories = [bar.label for bar in bars.bars]
    grouped = len(bars.series) > 1
    if grouped:
        data.add_series(bars.series[1], [bar.value + bar.rest for bar in bars.bars])
    data.add_series(bars.series[0], [bar.value for bar in bars.bars])
    frame = placeholder.insert_chart(XL_CHART_TYPE.BAR_CLUSTERED, data)
    chart = frame.chart
    chart.has_legend = False
    chart.has_title = False
    chart.font.size = Pt(size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    _axes(chart, float(max(bar.value + bar.rest for bar in bars.bars)), look)
    plot = chart.plots[0]
    plot.gap_width = 60
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
    _figures(plot.series[0], bars, size)
    _mend(chart, look)
    return frame


def _axes(chart: Any, longest: float, look: Look) -> None:
    categories, values = chart.category_axis, chart.value_axis
    categories.reverse_order = True
    categories.format.line.fill.background()
    categories.has_major_gridlines = False
    categories.major_tick_mark = XL_TICK_MARK.NONE
    values.visible = False
    values.has_major_gridlines = False
    values.minimum_scale = 0
    values.maximum_scale = (longest or 1.0) * ROOM_FOR_FIGURES
    # Bars begin on the right, where their names stand.
    values.reverse_order = look.rtl


def _figures(series: Any, bars: Bars, size: float) -> None:
    """The figure of each bar in words, "3 of 12", at the end of its longest part."""
    for place, bar in enumerate(bars.bars):
        label = series.points[place].data_label
        frame = label.text_frame
        frame.text = bar.value_label
        font = frame.paragraphs[0].runs[0].font
        font.size = Pt(size)
        font.bold = True
        font.color.theme_color = MSO_THEME_COLOR.TEXT_2
        label.position = XL_LABEL_POSITION.OUTSIDE_END


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
    lang = parse_xml(f'<c:lang xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" val="{look.lang}"/>')
    before = space.find(qn("c:date1904"))
    if before is None:
        space.insert(0, lang)
    else:
        before.addnext(lang)
