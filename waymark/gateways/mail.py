"""Plain e-mail through whatever mail server Django is set to."""

import smtplib
from collections.abc import Iterable
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage

from waymark.gateways.carrying import Parcel, Receipt, TryLater, Undeliverable

PERMANENT = 500


class Mail:
    """Carries e-mail over SMTP.

    SMTP cannot be asked whether an earlier attempt got through, so a second attempt
    may arrive twice; both bear one Message-ID, by which mail programs show one.
    """

    def carry(self, parcel: Parcel, *, again: bool) -> Receipt:
        """Raises: TryLater; Undeliverable. Neither ever holds the address."""
        why = self._refusal(parcel)
        if why is not None:
            # Outside the except, so that no trace leads back to the address.
            raise why
        return Receipt("mail")

    def _refusal(self, parcel: Parcel) -> TryLater | Undeliverable | None:
        try:
            _letter(parcel).send()
        except smtplib.SMTPRecipientsRefused as problem:
            return _from_codes(code for code, _ in problem.recipients.values())
        except smtplib.SMTPDataError as problem:
            return _from_codes([problem.smtp_code])
        except (smtplib.SMTPException, OSError):
            return TryLater("mail-server-away")
        return None


def _from_codes(codes: Iterable[int]) -> TryLater | Undeliverable:
    if all(code >= PERMANENT for code in codes):
        return Undeliverable("refused-by-their-server")
    return TryLater("their-server-is-busy")


def _letter(parcel: Parcel) -> EmailMessage:
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return EmailMessage(
        subject=parcel.subject,
        body=parcel.body,
        to=[parcel.to],
        headers={
            "Message-ID": f"<{parcel.reference}@{sender.rpartition('@')[2]}>",
            # Holiday notices and other machines' answers would come to nobody.
            "Auto-Submitted": "auto-generated",
        },
    )
