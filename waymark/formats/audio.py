"""A document read aloud: an MP3 file with chapters, and the text that is read.

Each chapter is spoken and encoded on its own, several at once, so that its length is
known and nothing is kept twice; then the chapters are joined and their places written
into the file. The same words give the same bytes.
"""

import os
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from waymark.formats import confined, speech
from waymark.formats.confined import Bounds, ToolFailed
from waymark.formats.document import Document
from waymark.formats.making import TooLong
from waymark.formats.narration import Chapter, narrate
from waymark.formats.narration.said import Said
from waymark.formats.spoken import quiet, say

#: Letters in one recording: about seven hours.
MOST_LETTERS = 400_000
#: A run of words given to the voice at once; a longer one is parted.
AT_ONCE = 2000
#: Thousand bits a second, and samples a second: clear speech, made and fetched fast.
BITRATE = 32
SAMPLES = 16_000
#: Silence before a chapter begins, in seconds.
BETWEEN_CHAPTERS = 1.2

#: Names of languages as the tag of an MP3 file wants them (ISO 639-2), for the
#: languages that an area is likely to publish in.
_LANGUAGES = """
ar:ara bg:bul bn:ben ckb:kur cs:cze cy:wel de:ger el:gre en:eng es:spa fa:per fr:fre
gu:guj hi:hin hu:hun it:ita ku:kur lt:lit lv:lav ne:nep nl:dut pa:pan pl:pol pt:por
ro:rum ru:rus sk:slo so:som sq:alb ta:tam tr:tur uk:ukr ur:urd vi:vie yue:chi zh:chi
"""
LANGUAGES = dict(pair.split(":") for pair in _LANGUAGES.split())

BOUNDS = Bounds(seconds=120, megabytes=2048, written_megabytes=256)


def audio(document: Document) -> bytes:
    """The document as an MP3 file with chapters.

    Raises: TooLong; ToolMissing and ToolFailed from the closed room.
    """
    chapters = narrate(document)
    if sum(len(said.words) for each in chapters for said in each.said) > MOST_LETTERS:
        raise TooLong(
            f"This document has more than {MOST_LETTERS:,} letters, "
            "too many for one recording. Make recordings of its parts."
        )
    maker = speech.maker()
    ffmpeg = confined.program("ffmpeg")
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        sounds = list(pool.map(lambda each: _sound(each, maker, ffmpeg), chapters))
    return _bound(document, chapters, sounds, ffmpeg)


def transcript(document: Document) -> bytes:
    """The text that is read, as people read it, with a mark for each chapter: UTF-8."""
    lines: list[str] = []
    for number, chapter in enumerate(narrate(document), 1):
        lines += ["", "", f"[{number}] {chapter.title}"] if lines else []
        for said in chapter.said:
            _write(lines, said, number)
    return ("\n".join(lines) + "\n").encode(errors="replace")


def _write(lines: list[str], said: Said, number: int) -> None:
    """A line of the transcript; a chapter's own heading is written with its number."""
    if not lines:
        lines.append(f"[{number}] {said.words}")
    elif said.joins:
        gap = "" if re.match(r"[.,;:!?)’”]", said.words) else " "
        lines[-1] += gap + said.words
    elif said.level and lines[-1] == f"[{number}] {said.words}":
        return
    else:
        lines += ["", said.words] if said.level else [said.mark + said.words]


# ---- speaking ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """Words that one voice says at once, and the silence after them in seconds."""

    words: str
    voice: str
    pause: float


def runs(chapter: Chapter, maker: speech.Maker) -> list[Run]:
    """What is given to the voices: a new run at each heading and change of voice."""
    made: list[Run] = []
    for said in chapter.said:
        for words in _spoken(said):
            run = Run(words, maker.voice(said.tag), said.pause)
            if made and _together(made[-1], run):
                gap = " " if said.joins else "\n\n"
                run = Run(made.pop().words + gap + words, run.voice, run.pause)
            made.append(run)
    return made


def _together(before: Run, run: Run) -> bool:
    return (
        before.voice == run.voice
        and not before.pause
        and len(before.words) + len(run.words) < AT_ONCE * 6
    )


def _spoken(said: Said) -> Iterator[str]:
    """The words as they are said, in runs that are not too long for a voice."""
    english = said.tag.lower().split("-")[0] == "en"
    words = (said.cue + (say(said.words) if english else quiet(said.words))).split()
    for start in range(0, len(words), AT_ONCE):
        part = " ".join(words[start : start + AT_ONCE])
        yield part if re.search(r"[.,;:!?]\W*$", part) or said.joins else f"{part}."


def _sound(chapter: Chapter, maker: speech.Maker, ffmpeg: str) -> bytes:
    """One chapter as MP3 frames without a header."""
    given = runs(chapter, maker)
    files = {
        f"{n}.txt": run.words.encode(errors="replace") for n, run in enumerate(given)
    }
    script = "\n".join(_lines(given, maker, ffmpeg))
    try:
        made = confined.run(
            [confined.program("sh"), "-c", script],
            files=files,
            gives=["said", "sound"],
            bounds=BOUNDS,
        )
    except ToolFailed as failed:
        raise ToolFailed(maker.program, failed.why) from None
    return made.files["sound"]


def _lines(given: Sequence[Run], maker: speech.Maker, ffmpeg: str) -> Iterator[str]:
    """A script that speaks run after run into the encoder. No word is in it."""
    yield "set -e"
    yield "{"
    for number, run in enumerate(given):
        yield f"{maker.command(run.voice)} < {number}.txt > samples"
        yield f"tail -c +{maker.header + 1} samples"
        yield _silence(run.pause, maker.rate)
    yield _silence(BETWEEN_CHAPTERS, maker.rate)
    yield f"echo {len(given)} > said"
    yield f"}} | {_encode(maker.rate, ffmpeg)}"


def _silence(seconds: float, rate: int) -> str:
    return f"head -c {2 * round(seconds * rate)} /dev/zero"


def _encode(rate: int, ffmpeg: str) -> str:
    """Frames of one size that stand alone, so that chapters can be joined."""
    return (
        f"{ffmpeg} -nostdin -hide_banner -loglevel error -threads 1 "
        f"-f s16le -ar {rate} -ac 1 -i pipe:0 -af alimiter=limit=0.7:level=false "
        f"-ar {SAMPLES} -c:a libmp3lame -compression_level 9 -b:a {BITRATE}k "
        "-reservoir 0 -write_xing 0 -id3v2_version 0 -fflags +bitexact -f mp3 sound"
    )


# ---- binding -----------------------------------------------------------------------


def _bound(
    document: Document,
    chapters: Sequence[Chapter],
    sounds: Sequence[bytes],
    ffmpeg: str,
) -> bytes:
    """The chapters in one file that says what it is and where each begins."""
    about = "\n".join(_about(document, chapters, [len(each) for each in sounds]))
    command = [
        *(ffmpeg, "-nostdin", "-hide_banner", "-loglevel", "error"),
        *("-f", "mp3", "-i", "sound", "-f", "ffmetadata", "-i", "about"),
        *("-map", "0:a", "-map_metadata", "1", "-map_chapters", "1", "-c", "copy"),
        *("-id3v2_version", "3", "-fflags", "+bitexact", "-f", "mp3", "bound"),
    ]
    files = {"sound": b"".join(sounds), "about": about.encode(errors="replace")}
    return confined.run(command, files=files, gives=["bound"], bounds=BOUNDS).files[
        "bound"
    ]


def _about(
    document: Document, chapters: Sequence[Chapter], lengths: Sequence[int]
) -> Iterator[str]:
    """The file's own words in ffmpeg's form: about it, then each chapter's place."""
    yield ";FFMETADATA1"
    told = {
        "title": document.title,
        "artist": document.publisher,
        "language": LANGUAGES.get(document.language.tag.lower().split("-")[0], ""),
        "date": document.made_on.isoformat() if document.made_on else "",
        "comment": document.address,
        "genre": "Speech",
    }
    yield from (f"{name}={_escaped(value)}" for name, value in told.items() if value)
    start = 0
    for chapter, length in zip(chapters, lengths, strict=True):
        end = start + length
        yield from ("[CHAPTER]", f"TIMEBASE=1/{BITRATE * 125}")
        yield from (f"START={start}", f"END={end}")
        yield f"title={_escaped(chapter.title)}"
        start = end


def _escaped(value: str) -> str:
    """A value that cannot begin another line, a comment or a chapter.

    ffmpeg reads a backslash at the end of a line as "the line goes on", even an escaped
    one: there is none in what we give it.
    """
    plain = re.sub(r"[\\\x00-\x1f\x7f]", " ", value)
    return re.sub(r"([=;#])", r"\\\1", " ".join(plain.split()))
