"""What is heard: read back with ffprobe and measured with ffmpeg."""

import json
import re
import subprocess
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rooms.formats.routemaps import routemap
from waymark.formats import audio as sound
from waymark.formats import confined, speech
from waymark.formats.audio import audio, runs, transcript
from waymark.formats.confined import ToolFailed, ToolMissing
from waymark.formats.document import (
    Document,
    Foreign,
    Heading,
    Language,
    Paragraph,
    Words,
)
from waymark.formats.making import CannotMake, Kind, TooLong, make
from waymark.formats.narration import narrate

pytestmark = pytest.mark.real_time

ENGLISH = Language("en-GB")
PROBE = "ffprobe -v error -show_format -show_chapters -show_streams -of json"


def said(words):
    return (Words(words),)


def document(*texts, title="Guide", language=ENGLISH, **about):
    blocks = [Heading(2, said("Part")), *(Paragraph(said(text)) for text in texts)]
    return Document(title, language, tuple(blocks), **about)


def probe(made: bytes) -> dict:
    """What an independent reader finds in the file."""
    told = subprocess.run(
        [*PROBE.split(), "-i", "pipe:0"], input=made, capture_output=True, check=True
    )
    return json.loads(told.stdout)


def measured(made: bytes, filters: str, tmp_path) -> str:
    path = tmp_path / "made.mp3"
    path.write_bytes(made)
    command = ["ffmpeg", "-hide_banner", "-i", path, "-af", filters, "-f", "null", "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stderr


def seconds(made: bytes) -> float:
    """How long it is, from its frames: the last chapter ends where they do."""
    return float(probe(made)["chapters"][-1]["end_time"])


@pytest.fixture(scope="module")
def made():
    source = routemap("support-in-school")
    return source, audio(source)


@pytest.fixture(scope="module")
def read(made, tmp_path_factory):
    path = tmp_path_factory.mktemp("audio") / "made.mp3"
    path.write_bytes(made[1])
    told = subprocess.run([*PROBE.split(), path], capture_output=True, check=True)
    return json.loads(told.stdout)


def test_it_is_an_mp3_file_of_one_channel(read):
    (stream,) = read["streams"]

    assert (stream["codec_name"], stream["channels"]) == ("mp3", 1)


def test_its_chapters_are_the_headings_of_the_document(made, read):
    headings = [b for b in made[0].blocks if isinstance(b, Heading) and b.level <= 2]

    assert [each["tags"]["title"] for each in read["chapters"]] == [
        *("".join(part.text for part in heading.inside) for heading in headings),
        "Addresses of the links",
    ]


def test_its_chapters_follow_each_other_to_the_end(read):
    ends = [0.0, *(float(each["end_time"]) for each in read["chapters"])]

    assert [float(each["start_time"]) for each in read["chapters"]] == ends[:-1]
    assert ends[-1] == pytest.approx(float(read["format"]["duration"]), abs=0.2)


def test_it_is_spoken_at_a_pace_that_people_follow(made, read):
    words = len(transcript(made[0]).split())

    assert 130 < words / (float(read["format"]["duration"]) / 60) < 190


def test_a_chapter_is_as_long_as_its_words(made, read):
    for chapter, heard in zip(narrate(made[0]), read["chapters"], strict=True):
        words = sum(len(part.words.split()) for part in chapter.said)
        length = float(heard["end_time"]) - float(heard["start_time"])
        assert words / 4 < length < words / 2 + 16


def test_it_says_what_it_is_who_made_it_and_when(read):
    tags = read["format"]["tags"]

    assert tags["title"] == routemap("support-in-school").title
    assert tags["artist"] == "Southend-on-Sea City Council"
    assert tags["language"] == "eng"
    assert tags["date"] == "2026-01-13"


def test_it_is_loud_enough_and_never_clipped(made, tmp_path):
    told = measured(made[1], "volumedetect", tmp_path)

    assert -24 < float(re.search(r"mean_volume: (\S+)", told)[1]) < -17
    assert float(re.search(r"max_volume: (\S+)", told)[1]) < -1


def test_there_is_silence_after_each_heading_and_none_that_seems_the_end(
    made, tmp_path
):
    told = measured(made[1], "silencedetect=n=-45dB:d=0.4", tmp_path)
    silences = [float(each) for each in re.findall(r"silence_duration: (\S+)", told)]

    headings = sum(isinstance(block, Heading) for block in made[0].blocks)
    assert sum(silence > 0.9 for silence in silences) >= headings
    assert max(silences) < 2.5


def test_the_same_words_give_the_same_bytes():
    source = document("The same words.", made_on=date(2026, 1, 13))

    assert audio(source) == audio(source)


@pytest.mark.parametrize(
    "hostile",
    [
        "[[h@l@U]]",
        "<speak>hello</speak>",
        '<break time="30s"/>',
        '<audio src="file:///etc/passwd"/>',
        "{{[[ [ [ ]]]]",
        "\x00\x01\x1b[2J",
        "`id` $(id) ; rm -rf .",
        "-f /etc/passwd",
        "--help",
    ],
)
def test_what_looks_like_a_command_is_read_as_words(hostile):
    heard = audio(document(f"Before {hostile} after."))

    assert 3 < seconds(heard) < 25
    (_, part) = narrate(document(hostile))
    given = [run.words for run in runs(part, speech.maker())]
    assert not set("".join(given)) & set("[]<>{}|\\`\x00\x1b")


def test_phonemes_and_markup_have_no_way_in():
    command = speech.EspeakNg().command("en-gb").split()

    assert "--stdin" in command
    assert not {"-m", "-f", "-x", "--load"} & set(command)


def test_a_title_cannot_add_a_chapter_or_a_tag():
    title = "A\n[CHAPTER]\nSTART=0\nEND=9\n=b;#\\"

    told = probe(audio(document("Words.", title=title)))

    assert len(told["chapters"]) == 2
    assert told["format"]["tags"]["title"] == "A [CHAPTER] START=0 END=9 =b;#"


@pytest.mark.parametrize("long", ["lorem " * 170_000, "a" * 1_000_000])
def test_more_words_than_a_recording_holds_are_refused_with_what_to_do(long):
    with pytest.raises(TooLong, match="Make recordings of its parts"):
        audio(document(long))


def test_a_document_that_is_too_long_is_a_cause_that_is_known_and_said():
    with pytest.raises(CannotMake) as refused:
        make(document("lorem " * 170_000), Kind.AUDIO)

    assert str(refused.value) == (
        "audio could not be made: This document has more than 400,000 letters, too "
        "many for one recording. Make recordings of its parts."
    )


def test_a_long_run_of_words_is_given_in_parts():
    (_, part) = narrate(document("word " * 5000))

    given = runs(part, speech.maker())

    assert sum(len(run.words.split()) for run in given) == 5001
    assert max(len(run.words.split()) for run in given) <= sound.AT_ONCE * 2


def test_words_of_another_language_are_said_by_its_voice():
    foreign = Foreign(Language("cy"), said("croeso"))
    blocks = (Paragraph((Words("Say "), foreign, Words(" to all."))),)

    (chapter,) = narrate(Document("Guide", ENGLISH, blocks))

    assert [(run.words, run.voice) for run in runs(chapter, speech.maker())][1:] == [
        ("Say.", "en-gb"),
        ("croeso", "cy"),
        ("to all.", "en-gb"),
    ]


def test_a_document_in_another_language_is_said_by_its_voice_and_names_it():
    heard = audio(document("Croeso.", language=Language("cy")))

    assert probe(heard)["format"]["tags"]["language"] == "wel"


def test_every_voice_of_the_table_can_speak():
    listed = subprocess.run(["espeak-ng", "--voices"], capture_output=True, text=True)
    names = {line.split()[1] for line in listed.stdout.splitlines()[1:]}

    assert set(speech.VOICES.values()) <= names


@pytest.mark.parametrize(
    ("tag", "voice"),
    [("en", "en-gb"), ("en-US", "en-us"), ("cy-GB", "cy"), ("xx", "en-gb")],
)
def test_a_language_finds_its_voice(tag, voice):
    assert speech.EspeakNg().voice(tag) == voice


class Hum:
    """A speech maker of another kind: it hums for as long as it is given letters."""

    program = "hum"
    header = 0
    rate = 8000

    def voice(self, tag):
        return "hum"

    def command(self, voice):
        return "tr -c x x"


class Broken(Hum):
    """A speech maker that fails."""

    program = "broken"

    def command(self, voice):
        return "false"


def test_another_voice_can_be_set(settings):
    settings.SPEECH_MAKER = f"{__name__}.Hum"

    assert len(probe(audio(document("Words.")))["chapters"]) == 2


def test_a_voice_that_fails_is_named_and_nothing_half_made_is_given(settings):
    settings.SPEECH_MAKER = f"{__name__}.Broken"

    with pytest.raises(ToolFailed, match="broken"):
        audio(document("Words."))


def test_a_missing_program_is_named_with_its_package(monkeypatch, tmp_path):
    monkeypatch.setattr(confined.shutil, "which", lambda name: None)

    with pytest.raises(ToolMissing, match="sudo apt install ffmpeg"):
        audio(document("Words."))


@settings(max_examples=15)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=60), max_size=3))
def test_whatever_the_words_are_a_recording_comes_out(texts):
    heard = probe(audio(document(*texts)))

    assert len(heard["chapters"]) == 2
