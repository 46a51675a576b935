"""Every change to accounts: check, record, in one transaction."""

from waymark.accounts.services.codes import (
    CodeIsOver,
    NotTheCode,
    ask_for_code,
    forget_codes,
    redeem_code,
)
from waymark.accounts.services.directories import (
    NobodyHere,
    NoOtherWay,
    TiedElsewhere,
    accept_by_directory,
    account_behind,
    directory_of,
    tie,
    untie,
)
from waymark.accounts.services.ending import (
    close_left,
    end_account,
    end_role,
    end_sessions,
)
from waymark.accounts.services.forgetting import (
    forget_invitations,
    forget_leavers,
    forget_sessions,
)
from waymark.accounts.services.inviting import (
    BadAddress,
    NotAnInvitation,
    accept_invitation,
    digest_of,
    end_undelivered,
    invite,
    invite_again,
    invite_below,
    invite_first_administrator,
    open_invitation,
    take_back,
)
from waymark.accounts.services.making import (
    grant_role,
    invent_persona,
    make_account,
    persona_to_sign_in,
)
from waymark.accounts.services.unused import close_unused

__all__ = [
    "BadAddress",
    "CodeIsOver",
    "NoOtherWay",
    "NobodyHere",
    "NotAnInvitation",
    "NotTheCode",
    "TiedElsewhere",
    "accept_by_directory",
    "accept_invitation",
    "account_behind",
    "ask_for_code",
    "close_left",
    "close_unused",
    "digest_of",
    "directory_of",
    "end_account",
    "end_role",
    "end_sessions",
    "end_undelivered",
    "forget_codes",
    "forget_invitations",
    "forget_leavers",
    "forget_sessions",
    "grant_role",
    "invent_persona",
    "invite",
    "invite_again",
    "invite_below",
    "invite_first_administrator",
    "make_account",
    "open_invitation",
    "persona_to_sign_in",
    "redeem_code",
    "take_back",
    "tie",
    "untie",
]
