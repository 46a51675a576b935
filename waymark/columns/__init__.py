"""The statutory rules read over whole caseloads, as one expression over columns.

It needs the requirement set `columns`; nothing else in Waymark does.
"""

from waymark.columns.episodes import NoSuchKind, read
from waymark.columns.names import arranged_column, column, columns_of
from waymark.columns.wide import readings

__all__ = ["NoSuchKind", "arranged_column", "column", "columns_of", "read", "readings"]
