"""Tests, and the instruments they share: tools, verapdf, ooxml, libreoffice."""
