"""Backup and restore: everything in DATA in one file, proved before it is used."""

import hashlib
import io
import json
import os
import shutil
import subprocess  # noqa: S404
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from waymark.today import now

SHAPE = 1
KEPT_FOLDERS = ("files", "keys")
MANIFEST = "manifest.json"
DATABASE = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


class NotRestorable(Exception):
    """The backup, or the place it should go to, is not fit for a restore."""


def back_up(into: Path) -> int:
    """Write the whole store into one new file; the number of files kept.

    The copy is consistent while people work. It holds the keys, so keep it as safe
    as the store itself.

    Raises: FileExistsError, if the file is already there.
    """
    if into.exists():
        raise FileExistsError(f"{into} is already there. Choose another name.")
    with tempfile.TemporaryDirectory(dir=settings.DATA) as folder:
        database = Path(folder) / DATABASE[settings.DATABASE]
        _copy_database(database)
        parts = {database.name: database, **dict(_files_to_keep())}
        _write(into, parts)
    return len(parts)


def _files_to_keep() -> Iterator[tuple[str, Path]]:
    for name in KEPT_FOLDERS:
        for path in sorted((settings.DATA / name).rglob("*")):
            if path.is_file():
                yield path.relative_to(settings.DATA).as_posix(), path


def _copy_database(into: Path) -> None:
    """A consistent copy made by the database itself."""
    if settings.DATABASE == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(into)])
        return
    _run_postgres("pg_dump", "--format=custom", f"--file={into}")


def _run_postgres(program: str, *arguments: str) -> None:
    about = {name: str(value) for name, value in settings.DATABASES["default"].items()}
    names = {"PGDATABASE": "NAME", "PGUSER": "USER", "PGHOST": "HOST", "PGPORT": "PORT"}
    where = {key: about[name] for key, name in names.items() if about[name]}
    secret = {"PGPASSWORD": about["PASSWORD"]} if about["PASSWORD"] else {}
    answer = subprocess.run(  # noqa: S603
        [_postgres_program(program), *arguments],
        env={**os.environ, **where, **secret},
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode:
        raise NotRestorable(f"{program} could not do its work: {answer.stderr.strip()}")


def _postgres_program(name: str) -> str:
    found = shutil.which(name)
    if found:
        return found
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    if not places:
        raise NotRestorable(f"{name} is not installed: apt install postgresql-client")
    return str(places[-1])


def _write(into: Path, parts: dict[str, Path]) -> None:
    """One file, whole or not at all, that only its owner may read."""
    making = into.with_name(into.name + ".making")
    manifest = {
        "shape": SHAPE,
        "made_at": now().isoformat(),
        "database": settings.DATABASE,
        "sha256": {name: _digest(path) for name, path in parts.items()},
    }
    handle = os.open(making, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        with tarfile.open(fileobj=file, mode="w:gz") as archive:
            text = json.dumps(manifest, indent=1).encode()
            about = tarfile.TarInfo(MANIFEST)
            about.size = len(text)
            archive.addfile(about, io.BytesIO(text))
            for name, path in parts.items():
                archive.add(path, arcname=name, recursive=False)
        file.flush()
        os.fsync(file.fileno())
    making.rename(into)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def restore(backup: Path) -> int:
    """Put a backup into an empty data folder; the number of files restored.

    Everything is checked before anything is put in place.

    Raises: NotRestorable, saying what is wrong and what to do.
    """
    with tempfile.TemporaryDirectory(dir=settings.DATA) as folder:
        staged = Path(folder)
        manifest = _unpack(backup, staged)
        _check(manifest, staged)
        _put_in_place(staged)
    return len(manifest["sha256"])


def _unpack(backup: Path, into: Path) -> dict[str, Any]:
    try:
        with tarfile.open(backup, mode="r:gz") as archive:
            archive.extractall(into, filter="data")
        manifest: dict[str, Any] = json.loads((into / MANIFEST).read_text("utf-8"))
    except FileNotFoundError as problem:
        raise NotRestorable(f"{problem.filename} is not there.") from problem
    except (OSError, EOFError, tarfile.TarError, ValueError) as problem:
        raise NotRestorable(
            f"{backup} is not a whole backup of Waymark ({problem}). Try another copy."
        ) from problem
    return manifest


def _check(manifest: dict[str, Any], staged: Path) -> None:
    if manifest.get("shape") != SHAPE:
        raise NotRestorable(
            "The backup was made by a version that this one cannot read."
        )
    if manifest["database"] != settings.DATABASE:
        raise NotRestorable(
            f"The backup holds a {manifest['database']} database and this installation "
            f"uses {settings.DATABASE}. Set WAYMARK_DATABASE to match."
        )
    for name, digest in manifest["sha256"].items():
        if not (staged / name).is_file() or _digest(staged / name) != digest:
            raise NotRestorable(f"{name} in the backup is damaged. Try another copy.")


def _put_in_place(staged: Path) -> None:
    for name in KEPT_FOLDERS:
        if (staged / name).exists():
            shutil.copytree(staged / name, settings.DATA / name, dirs_exist_ok=True)
    for key in (settings.DATA / "keys").glob("*"):
        key.chmod(0o600)
    if settings.DATABASE == "sqlite":
        target = _database_file()
        (staged / DATABASE["sqlite"]).rename(target)
        target.chmod(0o600)
        return
    dump = str(staged / DATABASE["postgresql"])
    name = str(settings.DATABASES["default"]["NAME"])
    _run_postgres(
        "pg_restore", "--exit-on-error", "--no-owner", f"--dbname={name}", dump
    )


def _database_file() -> Path:
    return Path(str(settings.DATABASES["default"]["NAME"]))


def is_empty() -> bool:
    """True if the data folder's database has no table yet."""
    if settings.DATABASE == "sqlite":
        return not _database_file().exists()
    return not connection.introspection.table_names()
