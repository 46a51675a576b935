"""Everybody, every page of a record, everything that can be done to it."""
