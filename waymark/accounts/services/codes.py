"""Signing in by a code sent to one's own address."""

import hmac
import secrets
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac
from django_tasks import task

from waymark.accounts import mail, queries
from waymark.accounts.models import Account, SignInCode
from waymark.messages import services as messages
from waymark.today import LONDON, now

CODE_LASTS = timedelta(minutes=10)
CODE_DIGITS = 8
MOST_TRIES = 5
#: What is left of a code: that one was asked for, and how often it was tried.
KEEP = timedelta(days=1)


class NotTheCode(ValueError):
    """What was typed is not the code; it may be tried again."""


class CodeIsOver(ValueError):
    """No code can be typed here any more: too old, used, or tried too often."""


@transaction.atomic
def ask_for_code(email: str) -> UUID:
    """Note that somebody wants a code for this address; its number, known or not.

    What happens here is the same for every address, down to the statements: whether
    there is an account, and whether it may have a code, shows only in the job.
    Cost: three queries.
    """
    account = Account.objects.filter(email=email.lower()).only("id").first()
    asked = SignInCode.objects.create(account=account, ends_at=now() + CODE_LASTS)
    send_code.using(priority=50).enqueue(str(asked.pk))
    return asked.pk


@task()
def send_code(asked_id: str) -> bool:
    """Make the code and write it to its owner; false if nobody is owed one.

    Harmless when done twice: there is one code for each time of asking.
    """
    with transaction.atomic():
        asked = SignInCode.objects.select_for_update().get(pk=UUID(asked_id))
        if asked.digest or asked.ends_at <= now():
            return False
        account = asked.account
        if account is None or not queries.may_have_code(account):
            return False
        _send(asked, account)
        return True


def _send(asked: SignInCode, account: Account) -> None:
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    asked.digest = _digest(asked.pk, code)
    asked.save(update_fields=["digest"])
    half = CODE_DIGITS // 2
    messages.write(
        key=f"sign-in-code:{asked.pk}",
        kind=mail.SIGN_IN_CODE,
        to=account.email,
        blanks={
            "code": f"{code[:half]} {code[half:]}",
            "until": f"{asked.ends_at.astimezone(LONDON):%H:%M}",
        },
    )


def redeem_code(asked_id: UUID, typed: str) -> Account:
    """Use the code up; the account that it opens.

    Every try is counted before it is looked at, in a statement of its own, so that
    tries at the same moment in several processes are all counted. Not to be called
    inside a transaction, which would take the count back.

    Raises: NotTheCode; CodeIsOver.
    """
    moment = now()
    open_codes = SignInCode.objects.filter(
        pk=asked_id, used_at=None, ends_at__gt=moment, tries__lt=MOST_TRIES
    )
    if not open_codes.update(tries=F("tries") + 1):
        raise CodeIsOver
    asked = SignInCode.objects.select_related("account").get(pk=asked_id)
    if not hmac.compare_digest(asked.digest, _digest(asked.pk, typed)):
        if asked.tries >= MOST_TRIES:
            raise CodeIsOver
        raise NotTheCode
    account = asked.account
    unused = SignInCode.objects.filter(pk=asked_id, used_at=None)
    if account is None or not unused.update(used_at=moment):
        raise CodeIsOver
    # Asked again, because a role that wants more may have come in the meantime.
    if not queries.may_have_code(account):
        raise CodeIsOver
    return account


def forget_codes() -> int:
    """Delete what was asked for more than `KEEP` ago. Gives their number."""
    return int(SignInCode.objects.filter(made_at__lt=now() - KEEP).delete()[0])


def _digest(asked_id: UUID, code: str) -> str:
    """Keyed, because a short number behind a bare digest is found in a moment."""
    said = salted_hmac("waymark.sign-in-code", f"{asked_id}:{code}", algorithm="sha256")
    return said.hexdigest()
