"""Leaflets, planned: a piece becomes an HTML string. Pure; nothing is read, written or laid out here."""

from leafdeck.leaflet.plan import EDITIONS, BrokenTemplateError, Edition, document_title, plan

__all__ = ["EDITIONS", "BrokenTemplateError", "Edition", "document_title", "plan"]
