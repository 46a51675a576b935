"""Every change to the routemaps that does not come through the editors' screens."""

from waymark.routemaps.services.easy_read import load_easy_read
from waymark.routemaps.services.loading import load_routemaps

__all__ = ["load_easy_read", "load_routemaps"]
