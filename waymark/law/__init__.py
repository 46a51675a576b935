"""The statutory rules as data, and small pure functions that read them."""
