"""The authority of a test."""

from waymark.organisations.models import Authority


def an_authority(*, is_demonstration: bool = False) -> Authority:
    """The one authority of an ordinary store."""
    return Authority.objects.create(
        key="marram",
        name="Marram",
        council="Marram Council",
        is_demonstration=is_demonstration,
    )
