"""The PDF validator can pass, and can fail for the right reason."""

from __future__ import annotations

import pytest
import weasyprint

from tests.verapdf import failures, requires_verapdf

pytestmark = requires_verapdf

PAGE = """<html lang="en"><title>One page</title><style>@page { size: A5 } p { color: #000 }</style>
<h1>One page</h1><p>Some words.</p>"""


def pdf(html: str = PAGE, variant: str | None = None) -> bytes:
    return bytes(weasyprint.HTML(string=html).write_pdf(pdf_variant=variant, pdf_identifier=b"0" * 16))


def test_a_tagged_page_keeps_to_pdf_ua_1() -> None:
    assert failures(pdf(variant="pdf/ua-1"), "ua1") == []


def test_an_archived_page_keeps_to_pdf_a_2a() -> None:
    assert failures(pdf(variant="pdf/a-2a"), "2a") == []


@pytest.mark.parametrize(
    ("html", "variant", "rule"),
    [
        pytest.param(PAGE, None, "6.2-1", id="not marked as tagged"),
        pytest.param(PAGE.replace("<title>One page</title>", ""), "pdf/ua-1", "7.1-9", id="no title"),
        pytest.param(PAGE.replace(' lang="en"', ""), "pdf/ua-1", "7.2-", id="no language"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_a_broken_promise_is_named_by_its_clause(html: str, variant: str | None, rule: str) -> None:
    found = failures(pdf(html, variant), "ua1")
    assert any(line.startswith(rule) for line in found), found


def test_an_ordinary_pdf_is_no_archive() -> None:
    assert any(line.startswith("6.6.2.1-1") for line in failures(pdf(), "2a")), failures(pdf(), "2a")


def test_what_is_no_pdf_is_unreadable() -> None:
    assert failures(b"no PDF", "ua1")[0].startswith("unreadable")
