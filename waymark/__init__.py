"""Waymark runs a local area's SEND system, for families first."""
