"""Who may ever do what, on one page that an information governance officer can read."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing that a role may be allowed to do."""

    EDIT_WORDS = "edit-words"
    APPROVE_WORDS = "approve-words"
    READ_FEEDBACK = "read-feedback"
    MANAGE_ACCOUNTS = "manage-accounts"
    MANAGE_MESSAGES = "manage-messages"
    INVITE_PROVIDERS = "invite-providers"
    EDIT_OWN_SERVICES = "edit-own-services"
    KEEP_LOCAL_OFFER = "keep-local-offer"
    MANAGE_ORGANISATIONS = "manage-organisations"


class Role(StrEnum):
    """A part that a person plays in the partnership."""

    EDITOR = "editor"
    APPROVER = "approver"
    ADMINISTRATOR = "administrator"
    PROVIDER = "provider"


GRANTS: dict[Role, frozenset[Permission]] = {
    Role.EDITOR: frozenset(
        {
            Permission.EDIT_WORDS,
            Permission.READ_FEEDBACK,
            Permission.INVITE_PROVIDERS,
            Permission.KEEP_LOCAL_OFFER,
        }
    ),
    Role.APPROVER: frozenset(
        {
            Permission.EDIT_WORDS,
            Permission.APPROVE_WORDS,
            Permission.READ_FEEDBACK,
            Permission.INVITE_PROVIDERS,
            Permission.KEEP_LOCAL_OFFER,
        }
    ),
    # Who lets people in writes nothing: two people stand behind every word.
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.MANAGE_ACCOUNTS,
            Permission.MANAGE_MESSAGES,
            Permission.MANAGE_ORGANISATIONS,
            Permission.INVITE_PROVIDERS,
        }
    ),
    # Which services are a provider's own, the Local Offer knows.
    Role.PROVIDER: frozenset({Permission.EDIT_OWN_SERVICES}),
}

#: Roles for which a code sent by e-mail is enough to sign in. Every other role wants
#: a password or passkey and a second factor, also when its holder has one of these too.
SIGN_IN_BY_CODE = frozenset({Role.PROVIDER})
