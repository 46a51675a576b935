"""Who may ever do what, on one page that an information governance officer can read."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing that a role may be allowed to do."""

    EDIT_WORDS = "edit-words"
    APPROVE_WORDS = "approve-words"
    READ_FEEDBACK = "read-feedback"
    MANAGE_ACCOUNTS = "manage-accounts"


class Role(StrEnum):
    """A part that a person plays in the partnership."""

    EDITOR = "editor"
    APPROVER = "approver"
    ADMINISTRATOR = "administrator"


GRANTS: dict[Role, frozenset[Permission]] = {
    Role.EDITOR: frozenset({Permission.EDIT_WORDS, Permission.READ_FEEDBACK}),
    Role.APPROVER: frozenset(
        {Permission.EDIT_WORDS, Permission.APPROVE_WORDS, Permission.READ_FEEDBACK}
    ),
    # Who lets people in writes nothing: two people stand behind every word.
    Role.ADMINISTRATOR: frozenset({Permission.MANAGE_ACCOUNTS}),
}
