"""The directories that people at work may sign in through, read from one file."""

import os
import re
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

from waymark.gateways.directories import Directory

NAMED = "WAYMARK_DIRECTORIES"
KEY = re.compile(r"[a-z0-9-]{1,40}")
HERE = {"localhost", "127.0.0.1", "::1"}
MUST = ("name", "issuer", "client_id")
MAY = ("secret", "secret_file", "private_key_file", "algorithm", "strong", "acr_values")
#: The keys that sign as `algorithm` says.
SIGNING: dict[str, type[RSAKey] | type[ECKey]] = {
    "RS256": RSAKey,
    "PS256": RSAKey,
    "ES256": ECKey,
}


def directories() -> dict[str, Directory]:
    """Every directory by its key, in the order of the file; none without a file.

    Raises: ImproperlyConfigured, naming the file, the directory and what to do.
    """
    path = os.environ.get(NAMED, "")
    if not path:
        return {}
    try:
        found = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise ImproperlyConfigured(
            f"{NAMED} is {path}, which cannot be read: {problem}. Set it to a TOML "
            "file as deploy/directories.toml.example shows."
        ) from problem
    return {key: _directory(key, entry) for key, entry in found.items()}


def _directory(key: str, entry: Any) -> Directory:
    if not KEY.fullmatch(key) or not isinstance(entry, dict):
        raise _wrong(key, "is no directory. Write [a-short-name] above its lines.")
    _require_lines(key, entry)
    secret, private = _shown_by(key, entry)
    algorithm = entry.get("algorithm", "RS256")
    if private:
        _require_key(key, private, algorithm)
    return Directory(
        key=key,
        name=entry["name"],
        issuer=entry["issuer"],
        client_id=entry["client_id"],
        secret=secret,
        private_key=private,
        algorithm=algorithm,
        strong=frozenset(entry.get("strong", ["mfa"])),
        acr_values=str(entry.get("acr_values", "")),
    )


def _require_lines(key: str, entry: dict[str, Any]) -> None:
    for name in MUST:
        if not isinstance(entry.get(name), str) or not entry[name]:
            raise _wrong(key, f'has no {name}. Add a line: {name} = "…".')
    for name in entry:
        if name not in MUST + MAY:
            raise _wrong(key, f"has a line {name}, which means nothing. Take it out.")
    strong = entry.get("strong", [])
    if not isinstance(strong, list) or not all(isinstance(one, str) for one in strong):
        raise _wrong(key, 'has a line strong that is no list, like ["mfa"].')
    issuer = urlsplit(entry["issuer"])
    if issuer.scheme != "https" and issuer.hostname not in HERE:
        raise _wrong(key, "has an issuer that does not begin with https://.")


def _shown_by(key: str, entry: dict[str, Any]) -> tuple[str, str]:
    """The secret and the private key, one of which is there and the other empty."""
    ways = [
        name for name in ("secret", "secret_file", "private_key_file") if name in entry
    ]
    if len(ways) != 1:
        raise _wrong(key, "needs one of secret, secret_file and private_key_file.")
    if ways == ["secret"]:
        return str(entry["secret"]), ""
    try:
        read = Path(entry[ways[0]]).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as problem:
        raise _wrong(
            key, f"names a {ways[0]} that cannot be read: {problem}."
        ) from None
    return ("", read) if ways == ["private_key_file"] else (read, "")


def _require_key(key: str, private: str, algorithm: object) -> None:
    kind = SIGNING.get(str(algorithm))
    if kind is None:
        raise _wrong(key, f"has no algorithm we know. Use one of {', '.join(SIGNING)}.")
    try:
        usable = kind.import_key(private).is_private
    except (JoseError, ValueError):
        usable = False
    if not usable:
        raise _wrong(key, f"has a private_key_file that is no key for {algorithm}.")


def _wrong(key: str, what: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{NAMED}: the directory [{key}] {what}")
