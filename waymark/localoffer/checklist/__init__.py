"""The law's eighteen headings against what is published: a gap analysis that lives."""
