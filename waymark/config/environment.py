"""How settings are read. A value that is not understood stops the start, kindly."""

import os
import secrets
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
        for part in (path, path / "keys", path / "files"):
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


def secret(name: str, keep_in: Path) -> str:
    """A secret from the environment, from NAME_FILE, or made once and kept in DATA."""
    handed = given(name)
    if handed:
        return handed
    if not keep_in.exists():
        _keep(keep_in, secrets.token_urlsafe(50))
    return keep_in.read_text(encoding="utf-8").strip()


def _keep(path: Path, value: str) -> None:
    """Write a new secret that only its owner may read; the first writer wins."""
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(value)
