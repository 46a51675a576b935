"""Entering by invitation, code or persona, and the administrator's list."""
