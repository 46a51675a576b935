"""Words that mean somebody may be in danger, so that help comes before results.

A false alarm costs a reader one glance. The words are compared and forgotten: they
are never counted, kept or logged.
"""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from waymark.finding.words import plain_words, stem

_PHRASES = """
suicide; suicidal; kill myself; kill himself; kill herself; kill themselves;
killing myself; killing himself; killing herself; killing themselves;
end my life; end his life; end her life; end their life; take my own life;
want to die; wants to die; wanting to die; wish i was dead; wishes he was dead;
wishes she was dead; better off dead; do not want to live; does not want to live;
not want to be alive; self harm; self harming; selfharm; hurt myself;
hurting myself; hurts himself; hurts herself; hurting himself; hurting herself;
hurting themselves; cutting myself; cutting himself; cutting herself;
cutting themselves; overdose; being hurt; hurting my child; hurt my child;
hurting me; hit me; hits me; hitting me; beats me; beaten; hit my child;
being hit; being abused; abuse; abused; abusing; abuser; molested; rape; raped;
sexual assault; sexually assaulted; assaulted; groomed; touched me;
touches me; not safe; unsafe; in danger; domestic violence; violent partner;
strangled; scared to go home; afraid to go home; frightened of him;
run away; ran away; gone missing; emergency; not breathing;
stopped breathing; taken tablets; swallowed
"""

_LONG_ENOUGH_TO_MEND = 6


def _stems(text: str) -> tuple[str, ...]:
    return tuple(map(stem, plain_words(text)))


_WANTED = frozenset(_stems(phrase) for phrase in _PHRASES.split(";"))
_STARTS = frozenset(wanted[0] for wanted in _WANTED)
_SINGLE = sorted(
    {
        plain_words(phrase)[0]
        for phrase in _PHRASES.split(";")
        if " " not in phrase.strip()
    }
)


def is_urgent(text: str) -> bool:
    """Does the question speak of somebody in danger? Slips of the keyboard count."""
    found = plain_words(text)
    stems = [stem(word) for word in found]
    return any(
        _phrase_at(stems, place) or _nearly(word) for place, word in enumerate(found)
    )


def _phrase_at(stems: Sequence[str], place: int) -> bool:
    if stems[place] not in _STARTS:
        return False
    rest = tuple(stems[place:])
    return any(rest[: len(wanted)] == wanted for wanted in _WANTED)


def _nearly(word: str) -> bool:
    """A long single word with one slip in it: "suicdal"."""
    return len(word) >= _LONG_ENOUGH_TO_MEND and any(
        OSA.distance(word, single, score_cutoff=1) <= 1
        for single in _SINGLE
        if len(single) > _LONG_ENOUGH_TO_MEND
    )
