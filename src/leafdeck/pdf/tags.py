"""What WeasyPrint 70 leaves out of its tag tree, put right (PDF/UA-1: ISO 14289-1; PDF 1.7: ISO 32000-1, 14.7, 14.8).

The only file that touches private names of WeasyPrint: `Stream.marked`, `tags._build_box_tree` and `Page.paint` are
replaced while `corrected()` is open, and restored after. Each correction has a test that fails without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint
from weasyprint import document as documents
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import stream as streams
from weasyprint.pdf import tags

from leafdeck.pdf.letters import name_ligatures

SUPPORTED = "70."

CLUSTERS = re.compile("[\u0900-\u109f\u1780-\u17ff]")
"""Indic, Thai, Lao, Tibetan, Myanmar and Khmer. Their glyphs are shared between letters, so the text layer needs the
words beside them. Never for Arabic: readers turn its replacement text round."""

PICTURE_TO_POINT = 0.75


def is_supported() -> bool:
    """True where the WeasyPrint at hand is the one these corrections were written for."""
    return str(weasyprint.__version__).startswith(SUPPORTED)


def is_decorative(box: Any) -> bool:
    """True for a picture that says nothing: `aria-hidden`, a presentation role, or an empty `alt`."""
    element = getattr(box, "element", None)
    if element is None or not isinstance(box, boxes.ReplacedBox):
        return False
    hidden = element.get("aria-hidden") == "true" or element.get("role") in ("presentation", "none")
    return hidden or (element.tag == "img" and element.get("alt") == "")


@contextmanager
def corrected() -> Iterator[None]:
    """While open, WeasyPrint writes the corrected tags. One layout at a time: the replaced names are the module's."""
    original = streams.Stream.marked, tags._build_box_tree, documents.Page.paint
    streams.Stream.marked = _marking(original[0])
    tags._build_box_tree = _tree_building(original[1])
    documents.Page.paint = _painting(original[2])
    try:
        yield
    finally:
        streams.Stream.marked, tags._build_box_tree, documents.Page.paint = original


def _painting(paint: Any) -> Any:
    """Paint a page with everything in its margins known as such: it is no part of the reading order."""

    def corrected_paint(self: Any, stream: Any, scale: float = 1) -> Any:
        for child in self._page_box.children:
            if isinstance(child, boxes.MarginBox):
                for box in child.descendants():
                    box.in_margin = True
        return paint(self, stream, scale)

    return corrected_paint


def _marking(marked: Any) -> Any:
    """Mark content: margins and decoration as artifacts, clusters with the words they show."""

    @contextmanager
    def corrected_marked(self: Any, box: Any, tag: str) -> Iterator[None]:
        in_margin = getattr(box, "in_margin", False)
        properties = pydyf.Dictionary()
        if self._tags is not None and (in_margin or is_decorative(box)):
            tag = "Artifact"
            properties["Type"] = "/Pagination" if in_margin else "/Layout"
        elif self._tags is not None and isinstance(box, boxes.TextBox) and CLUSTERS.search(box.text):
            properties["MCID"] = len(self._tags)
            properties["ActualText"] = pydyf.String(box.text)
            self._tags[box] = {"tag": tag, "mcid": properties["MCID"]}
        else:
            with marked(self, box, tag):
                yield
            return
        # The method of pydyf itself: WeasyPrint's own would number the content and expect it in the tree.
        pydyf.Stream.begin_marked_content(self, tag, properties)
        try:
            yield
        finally:
            pydyf.Stream.end_marked_content(self)

    return corrected_marked


def _tree_building(build: Any) -> Any:
    """Build the tag tree without artifacts, and with what the standard asks of each element."""

    def corrected_tree(box: Any, parent: Any, pdf: Any, page: int, nums: Any, annotations: Any, marks: Any) -> Any:
        real = box._box if isinstance(box, AbsolutePlaceholder) else box
        if isinstance(real, boxes.MarginBox) or is_decorative(real):
            return
        # Of a page, html and body no element is made: what they yield is their children's, already described.
        has_own = real.element is not None and real.element_tag not in ("html", "body")
        for element in build(box, parent, pdf, page, nums, annotations, marks):
            if has_own:
                _describe(element, real)
            if element["S"] == "/LI":
                _gather_body(element, pdf)
            yield element

    return corrected_tree


def _describe(element: Any, box: Any) -> None:
    """Language, scope of a header, words of a link, numbering of a list."""
    source = box.element
    if source.get("lang"):
        element["Lang"] = pydyf.String(source.get("lang"))
    match element["S"]:
        case "/TH":
            element["A"]["Scope"] = "/Row" if source.get("scope") in ("row", "rowgroup") else "/Column"
        case "/Link" if box.link_annotation is not None:
            words = source.get("title") or " ".join("".join(source.itertext()).split())
            box.link_annotation["Contents"] = pydyf.String(words)
        case "/L" if "A" not in element and source.tag in ("ol", "ul"):
            kind = "/Decimal" if source.tag == "ol" else "/Disc"
            element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": kind})


def _gather_body(item: Any, pdf: Any) -> None:
    """One body for a list item: LI may hold a label and a body and nothing else (ISO 32000-1, table 336)."""
    kids = [(reference, _resolve(reference, pdf)) for reference in item["K"]]
    rest = [(reference, kid) for reference, kid in kids if kid["S"] != "/Lbl"]
    if len(rest) < 2 and all(kid["S"] == "/LBody" for _, kid in rest):
        return
    body = pydyf.Dictionary(
        {"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(), "Pg": item["Pg"], "P": item.reference}
    )
    pdf.add_object(body)
    for reference, kid in rest:
        for inner in list(kid["K"]) if kid["S"] == "/LBody" else [reference]:
            body["K"].append(inner)
            if isinstance(inner, bytes):
                _resolve(inner, pdf)["P"] = body.reference
    item["K"] = pydyf.Array([reference for reference, kid in kids if kid["S"] == "/Lbl"] + [body.reference])


def _resolve(reference: bytes, pdf: Any) -> Any:
    return pdf.objects[int(reference.split()[0])]


def finish(document: Any, pdf: Any) -> None:
    """Correct what stands outside the tree; WeasyPrint's own hook, `write_pdf(finisher=finish)`."""
    _place_figures(document, pdf)
    _index_headers(pdf)
    name_ligatures(pdf)
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream):
            thing.extra.pop("Interpolate", None)  # forbidden in an archive (ISO 19005-2, 6.2.8)
    if document.pages and document.pages[0]._page_box.style["direction"] == "rtl":
        pdf.catalog.setdefault("ViewerPreferences", pydyf.Dictionary())["Direction"] = "/R2L"
    metadata = _resolve(pdf.catalog["Metadata"], pdf)
    metadata.stream[0] = metadata.stream[0].replace(b"</rdf:RDF>", CLAIM + b"</rdf:RDF>")


def _elements(pdf: Any) -> Iterator[Any]:
    return (thing for thing in pdf.objects if isinstance(thing, dict) and thing.get("Type") == "/StructElem")


def _place_figures(document: Any, pdf: Any) -> None:
    """The place of each figure in points from the foot of its page; WeasyPrint gives pixels from the top."""
    numbers = {reference: number for number, reference in enumerate(pdf.page_references)}
    for element in _elements(pdf):
        if element["S"] == "/Figure" and "A" in element:
            height = document.pages[numbers[element["Pg"]]].height
            left, top, right, bottom = element["A"]["BBox"]
            corners = (left, height - bottom, right, height - top)
            element["A"]["BBox"] = pydyf.Array([round(length * PICTURE_TO_POINT, 3) for length in corners])


def _index_headers(pdf: Any) -> None:
    """The names by which table cells point at their headers (ISO 32000-1, 14.7.2: IDTree)."""
    named = sorted(
        ((element["ID"], element.reference) for element in _elements(pdf) if "ID" in element),
        key=lambda pair: pair[0].data,
    )
    if named:
        root = _resolve(pdf.catalog["StructTreeRoot"], pdf)
        root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array([part for pair in named for part in pair])})


# The claim to PDF/UA-1 beside the one to PDF/A-2a, and the schema without which an archive may not make it
# (ISO 14289-1, 5; ISO 19005-2, 6.6.2.3).
CLAIM = (
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    b"<pdfuaid:part>1</pdfuaid:part></rdf:Description>"
    b'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    b' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    b"<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    b"<pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>PDF/UA part</pdfaProperty:description>"
    b"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
