"""Recipients and words are sealed at rest, so that the database alone tells nothing."""

import base64
import hashlib
import hmac
import os
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE_BYTES = 12


class CannotOpen(ValueError):
    """The seal is broken, of another place, or of another key."""


def seal(text: str, *, place: str) -> str:
    """The text, sealed for one place such as `message:<id>:to`, and for no other."""
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(_key("seal")).encrypt(nonce, text.encode(), place.encode())
    return base64.urlsafe_b64encode(nonce + sealed).decode()


def opened(sealed: str, *, place: str) -> str:
    """The text behind a seal.

    Raises: CannotOpen, also for a seal that was copied from another place.
    """
    whole = base64.urlsafe_b64decode(sealed)
    try:
        text = AESGCM(_key("seal")).decrypt(
            whole[:NONCE_BYTES], whole[NONCE_BYTES:], place.encode()
        )
    except InvalidTag as problem:
        raise CannotOpen(place) from problem
    return text.decode()


def mark_of(text: str) -> str:
    """The same mark for the same text, from which nobody without the key learns it."""
    return hmac.new(_key("mark"), text.encode(), hashlib.sha256).hexdigest()


def _key(purpose: str) -> bytes:
    return _drawn(settings.SECRET_KEY, purpose)


@cache
def _drawn(secret: str, purpose: str) -> bytes:
    """A key for one purpose, drawn from the installation's own secret."""
    info = f"waymark messages {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(
        secret.encode()
    )
