"""Every change to the routemaps that does not come through the editors' screens."""

from waymark.routemaps.services.loading import load_routemaps

__all__ = ["load_routemaps"]
