"""Who speaks: the program that turns words into sound, as a setting.

`settings.SPEECH_MAKER` names a class like `EspeakNg`. Another voice needs no other
change: a program that reads words on its standard input and writes samples.
"""

from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from waymark.formats import confined


class Maker(Protocol):
    """A program that speaks."""

    #: Its name, for messages.
    program: str
    #: Bytes that it writes before the samples.
    header: int
    #: Samples a second of what it writes: one channel of signed 16-bit numbers.
    rate: int

    def speaks(self, tag: str) -> bool:
        """Whether it has a voice for a language."""

    def voice(self, tag: str) -> str:
        """The name of its voice for a language: letters, figures and hyphens."""

    def command(self, voice: str) -> str:
        """Shell words that read words as UTF-8 and write the header and samples.

        Words come on standard input, never in the command; markup is off.
        """


class EspeakNg:
    """espeak-ng, with no SSML (`-m` is not given) and brackets taken out before."""

    program = "espeak-ng"
    rate = 22_050
    #: Words a minute: a newsreader's pace. Listeners can make it faster.
    pace = 155
    header = 44  # of a WAV file

    def speaks(self, tag: str) -> bool:
        """True for English and every language it has a voice for."""
        language = tag.lower().partition("-")[0]
        return language == "en" or language in VOICES

    def voice(self, tag: str) -> str:
        """Its voice for a language; British English for one that it cannot speak."""
        language, _, region = tag.lower().partition("-")
        if language == "en":
            return "en-us" if region == "us" else "en-gb"
        return VOICES.get(language, "en-gb")

    def command(self, voice: str) -> str:
        """Words in, samples out."""
        program = confined.program(self.program)
        return f"{program} -b 1 -v {voice} -s {self.pace} --stdin --stdout"


#: Languages that espeak-ng speaks and that families here may read.
VOICES = {
    "am": "am",
    "ar": "ar",
    "bg": "bg",
    "bn": "bn",
    "ckb": "ku",
    "cs": "cs",
    "cy": "cy",
    "de": "de",
    "el": "el",
    "es": "es",
    "fa": "fa",
    "fr": "fr-fr",
    "ga": "ga",
    "gd": "gd",
    "gu": "gu",
    "hi": "hi",
    "hr": "hr",
    "hu": "hu",
    "it": "it",
    "ku": "ku",
    "lt": "lt",
    "lv": "lv",
    "ne": "ne",
    "nl": "nl",
    "pa": "pa",
    "pl": "pl",
    "pt": "pt",
    "ro": "ro",
    "ru": "ru",
    "si": "si",
    "sk": "sk",
    "sq": "sq",
    "sr": "sr",
    "sw": "sw",
    "ta": "ta",
    "te": "te",
    "tr": "tr",
    "uk": "uk",
    "ur": "ur",
    "vi": "vi",
    "yue": "yue",
    "zh": "cmn",
}


def maker() -> Maker:
    """The speech maker that this area has set."""
    made: Maker = import_string(settings.SPEECH_MAKER)()
    return made
