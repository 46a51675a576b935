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
    """A part that a person plays in the partnership.

    What each may do with the record of a child stands in `rights`.
    """

    PARENT = "parent"
    RESTRICTED_PARENT = "restricted-parent"
    YOUNG_PERSON = "young-person"
    CHILD = "child"
    SENCO = "senco"
    TEACHER = "teacher"
    COORDINATOR = "ehc-coordinator"
    MANAGER = "ehc-manager"
    PANEL_MEMBER = "panel-member"
    PSYCHOLOGIST = "educational-psychologist"
    DESIGNATED_OFFICER = "designated-clinical-officer"
    CLINICIAN = "clinician"
    SOCIAL_WORKER = "social-worker"
    VIRTUAL_HEAD = "virtual-school-head"
    ADVOCATE = "advocate"
    FORUM = "parent-carer-forum"
    COMMISSIONER = "commissioner"
    AUDITOR = "quality-auditor"
    EDITOR = "editor"
    PROVIDER = "provider"
    COMPLAINTS = "complaints-officer"
    LAWYER = "lawyer"
    ADMINISTRATOR = "administrator"
    DATA_PROTECTION = "data-protection-officer"
    INSPECTOR = "inspector"
    # A second person behind published words; plays no part in the record.
    APPROVER = "approver"


#: Who these are follows from the child, and from no employer.
FAMILY = frozenset({Role.PARENT, Role.RESTRICTED_PARENT, Role.YOUNG_PERSON, Role.CHILD})


#: Permissions that follow from a role alone. None of them opens a child's record.
GRANTS: dict[Role, frozenset[Permission]] = {
    **{role: frozenset() for role in Role},
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
SIGN_IN_BY_CODE = FAMILY | {Role.PROVIDER}
