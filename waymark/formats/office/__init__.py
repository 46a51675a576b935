"""Office files, books and Markdown."""
