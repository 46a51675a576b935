"""Lists of names, written as one line of words so that they can be read."""


def names(said: str) -> frozenset[str]:
    """The names in a line of words."""
    return frozenset(said.split())
