"""Names that nobody has: made of tides, birds and shores, and plainly so."""

from random import Random

FORENAMES = [
    "Alder",
    "Amber",
    "Ash",
    "Aster",
    "Aurora",
    "Bay",
    "Birch",
    "Blue",
    "Bracken",
    "Briar",
    "Brook",
    "Bryony",
    "Cedar",
    "Clover",
    "Coral",
    "Cove",
    "Cricket",
    "Dale",
    "Dawn",
    "Delta",
    "Dune",
    "Eider",
    "Elm",
    "Ember",
    "Fable",
    "Fern",
    "Finch",
    "Flint",
    "Frost",
    "Gale",
    "Glen",
    "Gorse",
    "Harbour",
    "Haven",
    "Hazel",
    "Heath",
    "Heron",
    "Ivory",
    "Jasper",
    "Jay",
    "Juno",
    "Kestrel",
    "Lark",
    "Laurel",
    "Linden",
    "Linnet",
    "Maple",
    "Marlow",
    "Meadow",
    "Merlin",
    "Moss",
    "Ocean",
    "Olive",
    "Oriel",
    "Pearl",
    "Petrel",
    "Pine",
    "Piper",
    "Plover",
    "Quill",
    "Rain",
    "Raven",
    "Reed",
    "Ripple",
    "River",
    "Robin",
    "Rowan",
    "Rue",
    "Rush",
    "Sable",
    "Sage",
    "Sandy",
    "Sky",
    "Sorrel",
    "Spruce",
    "Storm",
    "Tansy",
    "Teal",
    "Tern",
    "Thyme",
    "Topaz",
    "Vale",
    "Violet",
    "Willow",
    "Wren",
    "Yarrow",
    "Élan",
    "Zoë",
    "Seán",
]
_SHORES = [
    "Avocet",
    "Barnacle",
    "Beacon",
    "Breaker",
    "Cockle",
    "Cormorant",
    "Curlew",
    "Driftwood",
    "Dunlin",
    "Ebb",
    "Estuary",
    "Fathom",
    "Foam",
    "Gannet",
    "Godwit",
    "Grebe",
    "Herring",
    "Jetty",
    "Kelp",
    "Knot",
    "Lantern",
    "Limpet",
    "Mallow",
    "Marram",
    "Mussel",
    "Otter",
    "Oyster",
    "Pebble",
    "Pintail",
    "Porpoise",
    "Puffin",
    "Razorbill",
    "Samphire",
    "Sanderling",
    "Seaholly",
    "Shingle",
    "Smack",
    "Spindrift",
    "Tidewrack",
    "Turnstone",
    "Whelk",
    "Whimbrel",
    "Wigeon",
    "Winkle",
]
_PLACES = [
    "bank",
    "bay",
    "beck",
    "brook",
    "by",
    "cliff",
    "combe",
    "cote",
    "croft",
    "dale",
    "fleet",
    "ford",
    "gate",
    "ham",
    "haven",
    "head",
    "hithe",
    "holm",
    "hurst",
    "lea",
    "marsh",
    "mead",
    "mere",
    "ness",
    "pool",
    "quay",
    "reach",
    "ridge",
    "shore",
    "stead",
    "sway",
    "ton",
    "wade",
    "wall",
    "wash",
    "wick",
    "worth",
]
#: A few that trip careless programs.
_TRICKY = ("O'Tern", "Grebe-Æther", "de la Foam", "Brückwater", "Ó Whelk")
_TRICKY_SHARE = 0.01


def surname(chance: Random) -> str:
    """A surname that is no surname: a thing of the shore, and a sort of place."""
    if chance.random() < _TRICKY_SHARE:
        return chance.choice(_TRICKY)
    return chance.choice(_SHORES) + chance.choice(_PLACES)


def forename(chance: Random) -> str:
    """A forename out of nature, for anybody."""
    return chance.choice(FORENAMES)


def street(chance: Random) -> str:
    """A number in a street that is not there: each is called invented."""
    number = chance.randint(1, 180)
    kind = chance.choice(("Row", "Close", "Walk", "Terrace", "Mews", "Drove"))
    return f"{number} Invented {chance.choice(_SHORES)} {kind}"


#: No second half of a postcode has these letters, so none of ours is anybody's.
_NEVER_USED = "CIKMOV"


def postcode(outcode: str, chance: Random) -> str:
    """A postcode that looks like one and can be nobody's."""
    letters = "".join(chance.choice(_NEVER_USED) for _ in range(2))
    return f"{outcode} {chance.randint(0, 9)}{letters}"
