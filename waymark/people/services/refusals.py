"""Why a change to somebody's record is not done."""


class Refused(ValueError):
    """What was asked cannot be: which field is wrong, and a sentence about it."""

    def __init__(self, field: str, says: str) -> None:
        super().__init__(says)
        self.field, self.says = field, says


class ChangedMeanwhile(ValueError):
    """Somebody else saved the same thing since the page was opened.

    `theirs` holds what they left, by the field, for whatever the two do not agree on.
    """

    def __init__(self, theirs: dict[str, object]) -> None:
        super().__init__("Somebody else has changed this since you opened the page.")
        self.theirs = theirs
