"""Why a change to organisations is not done."""


class Refused(ValueError):
    """What was asked cannot be: which field is wrong, and a sentence about it."""

    def __init__(self, field: str, says: str) -> None:
        super().__init__(says)
        self.field, self.says = field, says
