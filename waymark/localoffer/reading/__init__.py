"""Guides, questions, news, events and waiting well, beside the directory."""
