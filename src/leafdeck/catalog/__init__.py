"""gettext catalogs: PO files read strictly, written without a changed byte nobody asked for, and merged."""

from leafdeck.catalog.drafts import write_machine
from leafdeck.catalog.entry import Catalog, Counts, Entry, Message, state, status
from leafdeck.catalog.parse import parse
from leafdeck.catalog.update import Report, new, update
from leafdeck.catalog.write import dump, template

__all__ = [
    "Catalog",
    "Counts",
    "Entry",
    "Message",
    "Report",
    "dump",
    "new",
    "parse",
    "state",
    "status",
    "template",
    "update",
    "write_machine",
]
