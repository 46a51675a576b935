"""A warm typesetter in a closed room: one child process, fed one document at a time.

Starting Python, the compiler and its fonts takes most of a second; setting a routemap
takes hundredths of one. So each process keeps one typesetter, begun with its first
document. It is ended when it overruns its time or memory, after a document that
failed, after so many documents, and with the process that keeps it; a process that was
forked begins one of its own.
"""

import atexit
import contextlib
import os
import shutil
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

from waymark.formats import confined
from waymark.formats.confined import Bounds, ToolFailed
from waymark.formats.typst.wire import ANSWER, ASKED, MADE

NAME = "typst"

#: The seconds that one document may take.
SECONDS = 20
#: For the whole life of a typesetter; it is replaced before its seconds are used up.
BOUNDS = Bounds(seconds=120, megabytes=1024, written_megabytes=64)
#: A typesetter remembers what it set, so it is begun anew after so many documents.
DOCUMENTS = 200
#: It is ended as soon as it holds so many mebibytes, most of them what it remembers.
REMEMBERED = 130

#: Only `formats` can be seen in the room, so the path to it is given.
_BEGIN = (
    "import sys; sys.path.append(sys.argv[1]); "
    "from waymark.formats.typst.child import main; main()"
)
_ROOT = Path(__file__).resolve().parents[3]


def pressed(work: bytes) -> bytes:
    """Hand one document to this process's typesetter and bring back the PDF.

    Any thread may ask; documents wait for each other.

    Raises: ToolFailed with the typesetter's name and the cause.
    """
    return _press.made(work)


class Typesetter:
    """One child process. Every method is called by the one thread that began it."""

    def __init__(self) -> None:
        self.desk = Path(tempfile.mkdtemp(prefix="waymark-press-"))
        self.complaints = tempfile.TemporaryFile()  # noqa: SIM115 (closed by `close`)
        command = [sys.executable, "-I", "-c", _BEGIN, str(_ROOT)]
        self.process = confined.started(command, self.desk, BOUNDS, self.complaints)
        self.lives = True
        self.documents = 0
        self.seconds = 0.0
        self.mebibytes = 0

    def is_fit(self) -> bool:
        """Whether it lives and has room in its bounds for another document."""
        return (
            self.lives
            and self.process.poll() is None
            and self.documents < DOCUMENTS
            and self.seconds + SECONDS < BOUNDS.seconds
        )

    def made(self, work: bytes) -> bytes:
        """Set one document. Raises: ToolFailed."""
        late = threading.Event()
        watch = threading.Timer(SECONDS, self._end, [late])
        watch.daemon = True
        watch.start()
        try:
            how, what = self._asked(work)
        except (OSError, EOFError):
            self.lives = False
            raise ToolFailed(NAME, self._cause(late)) from None
        finally:
            watch.cancel()
        if how != MADE:
            self.lives = False
            raise ToolFailed(NAME, what.decode("utf-8", "replace")[:300])
        return what

    def _asked(self, work: bytes) -> tuple[bytes, bytes]:
        if self.process.stdin is None or self.process.stdout is None:
            raise EOFError
        _write(self.process.stdin, ASKED.pack(len(work)) + work)
        how, self.seconds, self.mebibytes, length = ANSWER.unpack(
            _read(self.process.stdout, ANSWER.size)
        )
        self.documents += 1
        return how, _read(self.process.stdout, length)

    def _end(self, late: threading.Event) -> None:
        late.set()
        self.process.kill()

    def _cause(self, late: threading.Event) -> str:
        """Why the child is gone, in words without the document's."""
        if late.is_set():
            return f"took longer than {SECONDS} seconds"
        self.complaints.seek(0)
        said = self.complaints.read().decode("utf-8", "replace").strip().splitlines()
        last = next((line for line in reversed(said) if line.strip()), "")
        if "memory" in last.lower() or not last:
            return f"ended early: it may use {BOUNDS.megabytes} MB of memory"
        return f"ended early and said: {last[:200]}"

    def close(self) -> None:
        """End the child and clear its desk."""
        self.process.kill()
        self.process.wait()
        self.let_go()
        shutil.rmtree(self.desk, ignore_errors=True)

    def let_go(self) -> None:
        """Close our ends of the pipes to a child that is gone or somebody else’s."""
        for pipe in (self.process.stdin, self.process.stdout, self.complaints):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


class Press:
    """Keeps the typesetter of this process, in a thread that lives as long.

    A thread of its own, because the room ends with the thread that began it, and the
    threads of a server come and go.
    """

    def __init__(self) -> None:
        self.keeper = ThreadPoolExecutor(1, thread_name_prefix="press")
        self.typesetter: Typesetter | None = None

    def made(self, work: bytes) -> bytes:
        """Set one document in the keeper's thread and wait for it."""
        return self.keeper.submit(self._made, work).result()

    def _made(self, work: bytes) -> bytes:
        if self.typesetter is None or not self.typesetter.is_fit():
            self.close()
            self.typesetter = Typesetter()
        try:
            return self.typesetter.made(work)
        finally:
            # Its memory is given back now, for the tool that works next may be large.
            if self.typesetter.mebibytes >= REMEMBERED:
                self.close()

    def close(self) -> None:
        """End the typesetter, if there is one."""
        if self.typesetter is not None:
            self.typesetter.close()
            self.typesetter = None


_press = Press()


def _begin_anew() -> None:
    """In a forked process: leave the typesetter to its keeper, and have none yet."""
    global _press
    left, _press = _press.typesetter, Press()
    if left is not None:
        left.let_go()
        # It is no child of ours, so there is nothing to wait for.
        left.process.returncode = 0


def _close() -> None:
    _press.close()


os.register_at_fork(after_in_child=_begin_anew)
atexit.register(_close)


# ---- pipes -------------------------------------------------------------------------


def _write(pipe: IO[bytes], content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[pipe.write(left) :]


def _read(pipe: IO[bytes], length: int) -> bytes:
    parts, left = [], length
    while left:
        part = pipe.read(left)
        if not part:
            raise EOFError
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
