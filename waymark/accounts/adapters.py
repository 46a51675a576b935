"""How allauth behaves here: nobody signs up alone, and second factors are encrypted."""

import base64
import hashlib
import os
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest

from waymark.accounts import mail, queries
from waymark.accounts.landing import first_page
from waymark.ids import new_id
from waymark.messages import services as messages

NONCE_BYTES = 12
PURPOSE = b"waymark second factor"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts begin with an invitation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(
        self, template_prefix: str, email: str, context: dict[str, Any]
    ) -> None:
        """Everything allauth writes goes through the outbox, like all other mail."""
        request = self.request
        around = {
            "request": request,
            "email": email,
            "current_site": get_current_site(request),
        }
        letter = self.render_mail(template_prefix, email, around | context)
        messages.write(
            key=f"{mail.NOTICE}:{new_id()}",
            kind=mail.NOTICE,
            to=email,
            blanks={"words": str(letter.body)},
        )

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return first_page(queries.actor_of(request.user))


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second-factor secrets are sealed, so that the database alone opens nothing."""

    def encrypt(self, text: str) -> str:
        nonce = os.urandom(NONCE_BYTES)
        sealed = AESGCM(_key()).encrypt(nonce, text.encode(), PURPOSE)
        return base64.urlsafe_b64encode(nonce + sealed).decode()

    def decrypt(self, encrypted_text: str) -> str:
        whole = base64.urlsafe_b64decode(encrypted_text)
        nonce, sealed = whole[:NONCE_BYTES], whole[NONCE_BYTES:]
        return AESGCM(_key()).decrypt(nonce, sealed, PURPOSE).decode()


def _key() -> bytes:
    """The key for second factors, drawn from the installation's own secret."""
    return hashlib.scrypt(
        settings.SECRET_KEY.encode(), salt=PURPOSE, n=2**12, r=8, p=1, dklen=32
    )
