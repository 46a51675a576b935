"""Every change to the area's authority and helpers."""

from waymark.organisations.services.area import (
    SHARED_AREA,
    BadAreaFolder,
    begin_area,
    read_toml,
)

__all__ = ["SHARED_AREA", "BadAreaFolder", "begin_area", "read_toml"]
