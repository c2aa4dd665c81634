"""Every file a job reads, as checked values: `leafdeck.toml`, manifests, registries, clinics, locales, templates."""

from leafdeck.project.library import Library, domains, read_library
from leafdeck.project.locales import Locale, catalog_path
from leafdeck.project.people import read_clinic
from leafdeck.project.settings import ROOT_FILE, Manifest, Settings, find_root, holds_root

__all__ = [
    "ROOT_FILE",
    "Library",
    "Locale",
    "Manifest",
    "Settings",
    "catalog_path",
    "domains",
    "find_root",
    "holds_root",
    "read_clinic",
    "read_library",
]
