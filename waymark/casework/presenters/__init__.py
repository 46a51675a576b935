"""Casework made ready for pages. Nothing is fetched here."""
