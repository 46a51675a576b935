"""Easy Read as people read it, and as a document for every other format."""
