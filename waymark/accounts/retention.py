"""How long accounts are kept, and what the libraries of signing in keep with them."""

from waymark.access.retention import ByJob, Follows, Kept, SaysNothing, Whom
from waymark.accounts.services.codes import KEEP as KEEP_CODES
from waymark.accounts.services.forgetting import (
    ACCOUNT,
    KEEP_INVITATIONS,
    KEEP_LEAVERS,
    KEEP_SESSIONS,
)

LINES = (
    Kept(
        tables=(ACCOUNT,),
        holds="Name and e-mail address of everybody who signs in.",
        whom=Whom.STAFF,
        because="so that only the right people get in, and it can be seen who did what",
        counted_from="the end of the account",
        length=KEEP_LEAVERS,
        ends=ByJob("forget-leavers"),
    ),
    Follows(
        tables=(
            "account.EmailAddress",
            "accounts.Account_groups",
            "accounts.Account_user_permissions",
            "accounts.DirectoryTie",
            "accounts.Membership",
            "mfa.Authenticator",
        ),
        of=ACCOUNT,
    ),
    Follows(tables=("account.EmailConfirmation",), of="account.EmailAddress"),
    Kept(
        tables=("accounts.Invitation",),
        holds="Who was invited to sign in, and by whom.",
        whom=Whom.STAFF,
        because="so that a link works once, for the person it was meant for",
        counted_from="its use or its end",
        length=KEEP_INVITATIONS,
        ends=ByJob("forget-invitations"),
    ),
    Kept(
        tables=("accounts.SignInCode",),
        holds="That somebody asked for a code to sign in.",
        whom=Whom.PROVIDERS,
        because="so that nobody can guess one",
        counted_from="the asking",
        length=KEEP_CODES,
        ends=ByJob("forget-codes"),
    ),
    Kept(
        tables=("sessions.Session", "usersessions.UserSession"),
        holds="That somebody is signed in, on which device and from which address.",
        whom=Whom.STAFF,
        because="to keep people signed in, and to let them see where they are",
        counted_from="the end of the session",
        length=KEEP_SESSIONS,
        ends=ByJob("forget-sessions"),
    ),
    SaysNothing(
        tables=(
            "auth.Group",
            "auth.Group_permissions",
            "auth.Permission",
            "contenttypes.ContentType",
        ),
        holds="names of groups, rights and tables",
    ),
)
