"""Keeping the directory true: when a record was confirmed, and what follows."""
