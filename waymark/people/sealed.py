"""What of a person is sealed at rest, each piece for its own row and field."""

from django.db import models

from waymark import sealing


def put(row: models.Model, field: str, text: str) -> None:
    """Seal a text into a field of a row; an empty text stays empty."""
    sealed = sealing.seal(text, place=_place(row, field)) if text else ""
    setattr(row, field, sealed)


def read(row: models.Model, field: str) -> str:
    """The text of a sealed field.

    Raises: sealing.CannotOpen, where the seal is of another row or key.
    """
    sealed = getattr(row, field)
    return sealing.opened(sealed, place=_place(row, field)) if sealed else ""


def mark_of_number(kind: str, value: str) -> str:
    """The mark by which a number of a kind is found again."""
    return sealing.mark_of(value, purpose=f"people identifier {kind}")


def _place(row: models.Model, field: str) -> str:
    return f"{row._meta.label_lower}:{row.pk}:{field}"
