"""Providers keep their own entries true, and editors let through what is right."""
