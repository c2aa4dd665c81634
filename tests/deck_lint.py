"""Our own check of a deck's package: what makes PowerPoint offer a repair, and no schema says.

The Open XML SDK's validator finds faults against the schemas. It passes duplicate shape ids, phantom overrides, a
missing notes master, sections that miss a slide and more; python-pptx and LibreOffice open all of them.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from babel import Locale
from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

PRESENTATION = [
    "sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz", "smartTags",
    "embeddedFontLst", "custShowLst", "photoAlbum", "custDataLst", "kinsoku", "defaultTextStyle", "modifyVerifier",
    "extLst",
]  # fmt: skip
"""Children of `p:presentation` in the order of its schema."""
FIRST_MASTER_ID = 2**31
LANGUAGES = frozenset(Locale("en").languages)

Tree = etree._Element


def faults(pptx: bytes) -> list[str]:
    """One line for each fault; an empty list where there is none."""
    with zipfile.ZipFile(io.BytesIO(pptx)) as package:
        names = package.namelist()
        files = {name: package.read(name) for name in names}
    twice = [f"{name} stands twice in the package" for name, count in Counter(names).items() if count > 1]
    trees = {name: etree.fromstring(data) for name, data in files.items() if name.endswith((".xml", ".rels"))}
    found = [*twice, *_types(files, trees), *_relations(files, trees), *_presentation(trees), *_sections(trees)]
    for name, tree in trees.items():
        found += [f"{name}: {fault}" for fault in _part(tree)]
        if name.startswith("ppt/slides/slide"):
            found += [f"{name}: {fault}" for fault in _slide(name, tree, trees)]
    return found


def _part(tree: Tree) -> Iterator[str]:
    """Faults that can stand in any part."""
    for ids in tree.iter(f"{P}spTree"):
        counts = Counter(each.get("id") for each in ids.iter(f"{P}cNvPr"))
        yield from (f"shape id {id_} stands {count} times" for id_, count in counts.items() if count > 1)
    for shape in tree.iter(f"{P}sp"):
        if shape.find(f"{P}txBody") is None and shape.find(f".//{P}ph[@type='sldImg']") is None:
            yield "a shape has no text body"
    for body in tree.iter(f"{P}txBody", f"{A}txBody"):
        if body.find(f"{A}p") is None:
            yield "a text body has no paragraph"
    for cell in tree.iter(f"{A}tc"):
        if cell.find(f"{A}txBody") is None:
            yield "a cell has no text body"
    for background in tree.iter(f"{P}bgPr"):
        if not len(background) or background[-1].tag not in (f"{A}effectLst", f"{A}effectDag"):
            yield "a background does not end with its effects"
    for paragraph in tree.iter(f"{A}p"):
        if any(child.tag == f"{A}pPr" for child in paragraph[1:]):
            yield "the properties of a paragraph stand after its words"
    for words in tree.iter(f"{A}t"):
        if re.search(r"[\n\r\t\v]", words.text or ""):
            yield f"a line break or tab stands in the words {words.text!r}"
    for properties in tree.iter(f"{A}rPr", f"{A}defRPr", f"{A}endParaRPr"):
        lang = properties.get("lang")
        if lang is not None and not _known(lang):
            yield f"nobody speaks the language {lang}"
    for table in tree.iter(f"{A}tbl"):
        columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
        for row in table.findall(f"{A}tr"):
            if len(row.findall(f"{A}tc")) != columns:
                yield f"a row has {len(row.findall(f'{A}tc'))} cells for {columns} columns"
    for plot in tree.iter(f"{C}plotArea"):
        yield from _axes(plot)


def _known(lang: str) -> bool:
    matched = re.fullmatch(r"([a-z]{2,3})(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?", lang)
    return matched is not None and matched[1] in LANGUAGES


def _axes(plot: Tree) -> Iterator[str]:
    drawn = [child for child in plot if child.tag.endswith("Ax")]
    own = [axis.find(f"{C}axId").get("val") for axis in drawn]  # type: ignore[union-attr]
    for axis in plot.iter(f"{C}axId", f"{C}crossAx"):
        if not (axis.get("val") or "").isdigit():
            yield f"the axis id {axis.get('val')} is no number from 0"
        if axis.get("val") not in own:
            yield f"there is no axis {axis.get('val')}"
    for chart in (child for child in plot if child.tag.endswith("Chart")):
        if len(chart.findall(f"{C}axId")) != 2:
            yield f"a chart names {len(chart.findall(f'{C}axId'))} axes"


def _types(files: dict[str, bytes], trees: dict[str, Tree]) -> Iterator[str]:
    types = trees["[Content_Types].xml"]
    overrides = {(each.get("PartName") or "").lstrip("/") for each in types.iter(f"{TYPES}Override")}
    extensions = {each.get("Extension") for each in types.iter(f"{TYPES}Default")}
    yield from (f"[Content_Types].xml names {name}, which is not there" for name in sorted(overrides - set(files)))
    for name in files:
        if name not in overrides and name.rpartition(".")[2] not in extensions:
            yield f"{name} has no content type"


def _targets(name: str, trees: dict[str, Tree]) -> dict[str, tuple[str, str]]:
    """Relationship id of the part *name* -> its type and the part it leads to; empty where it leads outside."""
    folder, _, file = name.rpartition("/")
    rels = trees.get(f"{folder}/_rels/{file}.rels".lstrip("/"))
    found: dict[str, tuple[str, str]] = {}
    for each in rels.iter(f"{RELS}Relationship") if rels is not None else ():
        target = each.get("Target") or ""
        inside = each.get("TargetMode") != "External"
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[each.get("Id") or ""] = ((each.get("Type") or "").rpartition("/")[2], path if inside else "")
    return found


def _relations(files: dict[str, bytes], trees: dict[str, Tree]) -> Iterator[str]:
    for name in [*files, ""]:
        targets = _targets(name, trees)
        for id_, (_, path) in targets.items():
            if path and path not in files:
                yield f"{name or 'the package'}: {id_} leads to {path}, which is not there"
        tree = trees.get(name)
        for node in tree.iter() if tree is not None and not name.endswith(".rels") else ():
            for attribute in ("id", "embed", "link", "pict"):
                used = node.get(f"{R}{attribute}")
                if used and used not in targets:
                    yield f"{name}: {used} leads nowhere"


def _presentation(trees: dict[str, Tree]) -> Iterator[str]:
    tree = trees["ppt/presentation.xml"]
    order = [PRESENTATION.index(etree.QName(child).localname) for child in tree]
    if order != sorted(order):
        yield "ppt/presentation.xml: its parts stand in the wrong order"
    if tree.find(f"{P}notesMasterIdLst") is None:
        yield "ppt/presentation.xml: there is no notes master"
    ids = [each.get("id") or "" for each in tree.iter(f"{P}sldMasterId")]
    for name, part in trees.items():
        if name.startswith("ppt/slideMasters/slideMaster"):
            ids += [each.get("id") or "" for each in part.iter(f"{P}sldLayoutId")]
    yield from (f"{count} masters and layouts have the id {id_}" for id_, count in Counter(ids).items() if count > 1)
    yield from (f"the id {id_} of a layout is too small" for id_ in ids if int(id_) < FIRST_MASTER_ID)


def _sections(trees: dict[str, Tree]) -> Iterator[str]:
    tree = trees["ppt/presentation.xml"]
    slides = [each.get("id") for each in tree.iter(f"{P}sldId")]
    listed = Counter(each.get("id") for each in tree.iter(f"{P14}sldId"))
    yield from (f"slide {id_} stands in {listed[id_]} sections" for id_ in slides if listed[id_] != 1)
    yield from (f"a section holds slide {id_}, which is not there" for id_ in listed if id_ not in slides)
    yield from (f"{count} slides have the id {id_}" for id_, count in Counter(slides).items() if count > 1)


def _slide(name: str, tree: Tree, trees: dict[str, Tree]) -> Iterator[str]:
    """Faults between a slide, its layout, its notes and the table styles."""
    targets = dict(_targets(name, trees).values())
    layout = trees.get(targets.get("slideLayout", ""))
    if layout is None:
        yield "it has no layout"
        return
    offered = {(each.get("type", "body"), each.get("idx", "0")) for each in layout.iter(f"{P}ph")}
    for each in tree.iter(f"{P}ph"):
        # Tables and charts fill placeholders whose type PowerPoint looks up by index alone.
        index = each.get("idx", "0")
        if index not in {place for _, place in offered} or (
            "type" in each.attrib and (each.get("type"), index) not in offered
        ):
            yield f"its layout has no placeholder {each.get('type', 'body')} {index}"
    notes = targets.get("notesSlide", "")
    if notes and "notesMaster" not in dict(_targets(notes, trees).values()):
        yield "its notes have no master"
    styles = {each.get("styleId") for each in trees["ppt/tableStyles.xml"].iter(f"{A}tblStyle")}
    for style in tree.iter(f"{A}tableStyleId"):
        if style.text not in styles:
            yield f"there is no table style {style.text}"
