"""Where records come from, recorded once."""

from waymark.localoffer.models import Source

#: The source of what is written here by providers and editors.
OWN = "own"


def source_for(
    key: str,
    *,
    kind: Source.Kind,
    name: str = "",
    address: str = "",
    licence: str = "",
    licence_address: str = "",
    credit: str = "",
) -> Source:
    """The source with this key, made if it is new; what is said of it is kept."""
    said = {
        "name": name or key,
        "address": address,
        "licence": licence,
        "licence_address": licence_address,
        "credit": credit,
    }
    source, _made = Source.objects.get_or_create(
        key=key[:200], defaults={"kind": kind, **said}
    )
    return source


def own_source() -> Source:
    """The source of what is written here."""
    return source_for(OWN, kind=Source.Kind.OWN, name="Written here")
