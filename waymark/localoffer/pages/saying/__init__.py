"""A service's record in plain words, for its page, its documents and result cards."""
