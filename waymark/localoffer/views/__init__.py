"""What the directory answers over HTTP."""
