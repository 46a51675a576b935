"""What must not lie open at rest is sealed, each piece for its place, by ringed keys.

The first key of the ring seals; every key opens. A value names its key, so that keys
are renewed while everybody works: put a new one first, seal anew, take the old one out.
"""

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
BETWEEN = ":"


class CannotOpen(ValueError):
    """The seal is broken, of another place, or of a key that is not on the ring."""


def seal(text: str, *, place: str) -> str:
    """The text, sealed for one place such as `message:<id>:to`, and for no other."""
    key_id = first_key()
    sealed = seal_bytes(text.encode(), place=place, key_id=key_id)
    return f"{key_id}{BETWEEN}{base64.urlsafe_b64encode(sealed).decode()}"


def opened(sealed: str, *, place: str) -> str:
    """The text behind a seal.

    Raises: CannotOpen, also for a seal that was copied from another place.
    """
    key_id, _between, body = sealed.rpartition(BETWEEN)
    try:
        whole = base64.b64decode(body, altchars=b"-_", validate=True)
    except ValueError as problem:
        raise CannotOpen(place) from problem
    if not key_id:
        return _opened_by(_before_the_ring(), whole, place).decode()
    return open_bytes(whole, place=place, key_id=key_id).decode()


def seal_bytes(content: bytes, *, place: str, key_id: str) -> bytes:
    """The same for bytes; whoever keeps them keeps the key's name beside them."""
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(_key(key_id, "seal")).encrypt(nonce, content, place.encode())
    return nonce + sealed


def open_bytes(whole: bytes, *, place: str, key_id: str) -> bytes:
    """The bytes behind a seal of `seal_bytes`.

    Raises: CannotOpen.
    """
    return _opened_by(_key(key_id, "seal"), whole, place)


def mark_of(text: str, *, purpose: str) -> str:
    """The same mark for the same text, from which nobody without the key learns it.

    Made with the oldest key of the ring, so that marks find each other while keys are
    renewed. Marks of different purposes say nothing about each other.
    """
    key = _key(list(settings.SEALING_KEYS)[-1], f"mark {purpose}")
    return hmac.digest(key, text.encode(), hashlib.sha256).hex()


def key_for(purpose: str, *, key_id: str) -> bytes:
    """A key for one purpose, such as proving that a log was not changed.

    Raises: CannotOpen, if the key is not on the ring.
    """
    return _key(key_id, purpose)


def first_key() -> str:
    """The name of the key that seals what is new."""
    return next(iter(settings.SEALING_KEYS))


def _opened_by(key: bytes, whole: bytes, place: str) -> bytes:
    try:
        return AESGCM(key).decrypt(
            whole[:NONCE_BYTES], whole[NONCE_BYTES:], place.encode()
        )
    except (InvalidTag, ValueError) as problem:
        raise CannotOpen(place) from problem


def _key(key_id: str, purpose: str) -> bytes:
    try:
        secret = settings.SEALING_KEYS[key_id]
    except KeyError as problem:
        raise CannotOpen(
            f"The key {key_id} is not on the ring. Put it back into keys/sealing."
        ) from problem
    return _drawn(secret, f"waymark {purpose}")


def _before_the_ring() -> bytes:
    """The key of what messages sealed before there was a ring."""
    return _drawn(settings.SECRET_KEY, "waymark messages seal")


@cache
def _drawn(secret: str, info: str) -> bytes:
    """A key for one purpose, drawn from a secret."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info.encode()).derive(
        secret.encode()
    )
