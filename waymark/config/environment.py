"""How settings are read. A value that is not understood stops the start, kindly."""

import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def flag(name: str) -> bool:
    """A true or false setting; false unless it says true."""
    value = os.environ.get(name, "false").lower()
    if value not in {"true", "false"}:
        raise ImproperlyConfigured(f"{name} is {value!r}. Set it to true or false.")
    return value == "true"


def whole(name: str, default: int) -> int:
    """A whole number of 0 or more."""
    value = os.environ.get(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(
            f"{name} is {value!r}. Set it to a whole number, such as {default}."
        )
    return int(value)


def choice(name: str, allowed: list[str], default: str) -> str:
    """One of a few words."""
    value = os.environ.get(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(
            f"{name} is {value!r}. Set it to one of: {', '.join(allowed)}."
        )
    return value


def listed(name: str, default: list[str]) -> list[str]:
    """Words with commas between them."""
    value = os.environ.get(name)
    if value is None:
        return default
    return [word.strip() for word in value.split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """A folder for everything that changes, made if it is not there."""
    path = Path(os.environ.get(name) or default).expanduser().resolve()
    try:
        for part in (path, *(path / name for name in ("keys", "files", "incoming"))):
            part.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise ImproperlyConfigured(
            f"{name} is {path}, which cannot be used as a folder: {problem.strerror}. "
            f"Set {name} to a folder that you may write to."
        ) from problem
    return path


def given(name: str) -> str:
    """A secret from the environment or from NAME_FILE; empty if neither is there."""
    if os.environ.get(name):
        return os.environ[name]
    if os.environ.get(f"{name}_FILE"):
        return Path(os.environ[f"{name}_FILE"]).read_text(encoding="utf-8").strip()
    return ""


def a_secret() -> str:
    """A new secret."""
    return secrets.token_urlsafe(50)


def secret(name: str, keep_in: Path, make: Callable[[], str] = a_secret) -> str:
    """A secret from the environment, from NAME_FILE, or made once and kept in DATA."""
    handed = given(name)
    if handed:
        return handed
    if not keep_in.exists():
        _keep(keep_in, make())
    return keep_in.read_text(encoding="utf-8").strip()


def _keep(path: Path, value: str) -> None:
    """Write a new secret that only its owner may read; the first writer wins."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(value)


def ring(name: str, keep_in: Path) -> dict[str, str]:
    """Named keys, the newest first: lines of a name, a space and a secret.

    From the environment, from NAME_FILE, or made once and kept in DATA.

    Raises: ImproperlyConfigured, for a line that is no key, a name said twice, or none.
    """
    keys: dict[str, str] = {}
    for number, line in enumerate(secret(name, keep_in, _a_key).splitlines(), 1):
        if line.strip():
            key_id, value = _key(name, number, line, keys)
            keys[key_id] = value
    if not keys:
        raise ImproperlyConfigured(f"{name} holds no key. Put the lost one back.")
    return keys


#: A name that can stand before a colon, and a secret worth the name.
_KEY = re.compile(r"(?P<key_id>[a-z0-9-]{1,20}) (?P<secret>\S{40,})")


def _key(name: str, number: int, line: str, known: dict[str, str]) -> tuple[str, str]:
    match = _KEY.fullmatch(line.strip())
    if match is None or match["key_id"] in known:
        raise ImproperlyConfigured(
            f"{name}, line {number}, is no key. Write a name of its own in small "
            "letters and figures, a space, and a secret of 40 or more characters."
        )
    return match["key_id"], match["secret"]


def _a_key() -> str:
    return f"first {a_secret()}"
