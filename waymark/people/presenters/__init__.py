"""Records and stories made ready for pages. Nothing is fetched here."""
