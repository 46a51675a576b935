"""Services of no real place by the ten thousand, the same from one seed.

Each is a whole record in the shape of Open Referral UK 3.0 as a good feed would send
it: places with positions, ages, costs, opening times, phones and our own terms. Names
are put together from parts; every number is from the range kept for stories.

    from bench.offer_noise import services
    for record in services(50_000): ...
"""

import random
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from waymark.localoffer import taxonomies
from waymark.localoffer.taxonomies import TermList, attribute

NAMESPACE = UUID("0b7a2f66-3d6c-5a57-9c1e-0d5a6c9d2f11")
#: The middle of the invented area and how far it reaches, in degrees.
MIDDLE = (51.545, 0.705)
REACH = (0.045, 0.095)

WHO = (
    "Little", "Bright", "Rainbow", "Harbour", "Willow", "Tidal", "Lantern", "Meadow",
    "Kestrel", "Pebble", "Compass", "Orchard", "Anchor", "Juniper", "Saltmarsh",
    "Skylark", "Beacon", "Driftwood", "Marlin", "Thistle",
)  # fmt: skip
GROUP = (
    "Steps", "Hands", "Voices", "Minds", "Explorers", "Families", "Friends", "Stars",
    "Sparks", "Journeys", "Circle", "Bridge", "Works", "Together", "Hub", "Trust",
)  # fmt: skip
WHERE = (
    "Northcliff", "Eastwater", "Old Quay", "Fenbridge", "Highmoor", "Saltings",
    "Millgate", "Sandgate", "Kingsmere", "Larkfield", "Ashdown Lane", "Marsh End",
)  # fmt: skip
#: What it is, its kind, and words of its own that people search for.
WHAT = (
    ("football club", "activity", "Football with coaches who sign and use pictures"),
    ("swimming lessons", "activity", "Small swimming classes in warm water"),
    ("drama group", "activity", "Drama, singing and dance at your own pace"),
    ("stay and play", "activity", "Toys, songs and messy play with a parent there"),
    ("youth club", "activity", "Games, cooking and music with friends"),
    ("sensory room", "activity", "Lights, sounds and soft play by appointment"),
    ("holiday club", "short-break", "Days out in the school holidays"),
    ("Saturday short break", "short-break", "A day away that gives families a rest"),
    ("overnight short break", "short-break", "A night away with trained carers"),
    ("parent support group", "support-group", "Tea and talk with other parents"),
    ("young carers group", "support-group", "A break for brothers and sisters"),
    ("speech and language clinic", "therapy", "Help with talking and understanding"),
    ("occupational therapy", "therapy", "Help with dressing, writing and play"),
    ("physiotherapy", "therapy", "Exercises for moving, standing and walking"),
    ("counselling", "mental-health", "Somebody to talk to about worry and low mood"),
    ("anxiety workshop", "mental-health", "Ways to calm down and go back to school"),
    ("sleep clinic", "health", "Help when a child does not sleep"),
    ("continence service", "health", "Help with toilet training and pads"),
    ("childminder", "childcare", "Care in a home for children under eight"),
    ("nursery", "early-years-setting", "Play and learning before school"),
    ("pre-school", "early-years-setting", "Mornings of play with key workers"),
    ("tutoring", "help-in-school", "One to one lessons in reading and number"),
    ("mentoring", "help-in-school", "A grown-up who comes to school each week"),
    ("supported internship", "work", "A year in a real job with a coach"),
    ("job coaching", "work", "Help to find a job and to keep it"),
    ("travel training", "travel", "Learning to take the bus alone"),
    ("benefits advice", "money", "Help with forms for disability payments"),
    ("equipment library", "equipment", "Borrow a hoist, a chair or a talking aid"),
    ("advice line", "helpline", "Advice by phone about school and support"),
    ("independent living scheme", "housing", "A flat of one's own with support"),
)  # fmt: skip
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NEEDS = tuple(term.key for term in taxonomies.NEED.terms)
ACCESS = tuple(term.key for term in taxonomies.ACCESS.terms)
AGES = (
    (0, 5),
    (0, 11),
    (4, 11),
    (5, 18),
    (8, 16),
    (11, 18),
    (14, 25),
    (16, 25),
    (0, 25),
)


def services(number: int, seed: int = 4) -> Iterator[dict[str, Any]]:
    """So many whole records, their organisations among them."""
    chance = random.Random(seed)  # noqa: S311 - invented records, not secrets
    bodies = [_organisation(chance, n) for n in range(max(1, number // 8))]
    for place in range(number):
        yield _service(chance, place, chance.choice(bodies))


def page(number: int, seed: int = 4) -> dict[str, Any]:
    """The same records as one page of a feed."""
    contents = list(services(number, seed))
    return {
        "total_items": number,
        "total_pages": 1,
        "page_number": 1,
        "size": number,
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": contents,
    }


def _id(*parts: object) -> str:
    return str(uuid5(NAMESPACE, "/".join(map(str, parts))))


def _organisation(chance: random.Random, number: int) -> dict[str, Any]:
    name = f"{chance.choice(WHO)} {chance.choice(GROUP)}"
    return {
        "id": _id("organisation", number),
        "name": f"{name} {chance.choice(WHERE)}",
        "description": f"{name} is an invented charity for children and families.",
        "website": f"https://{name.lower().replace(' ', '-')}.example.org",
    }


def _service(
    chance: random.Random, number: int, organisation: dict[str, Any]
) -> dict[str, Any]:
    this = _id("service", number)
    what, kind, about = chance.choice(WHAT)
    where = chance.choice(WHERE)
    record: dict[str, Any] = {
        "id": this,
        "organization_id": organisation["id"],
        "name": f"{where} {chance.choice(WHO)} {what}",
        "description": f"{about} in {where}. {_more(chance)}",
        "url": f"{organisation['website']}/{number}",
        "status": _status(chance),
        "last_modified": f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        f"T{chance.randint(0, 23):02}:{chance.randint(0, 59):02}:00Z",
        "organization": organisation,
        "service_areas": [
            {"id": _id("area", number), "name": where, "extent_type": "text"}
        ],
        "attributes": _attributes(chance, this, kind),
    }
    record.update(_ages(chance), **_cost(chance, number), **_times(chance, number))
    record.update(_phone(chance, number), **_place(chance, number, where))
    if chance.random() < 0.6:
        record["assured_date"] = (
            f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        )
    return record


def _more(chance: random.Random) -> str:
    sentences = (
        "Brothers and sisters are welcome.",
        "Staff know about autism and use pictures.",
        "You do not need a diagnosis.",
        "Ring first so that we know you are coming.",
        "There is a quiet room for when it is too loud.",
        "Places go quickly in the holidays.",
        "We visit at home when that is easier.",
        "Ask your school to write to us.",
    )
    return " ".join(chance.sample(sentences, chance.randint(1, 4)))


def _status(chance: random.Random) -> str:
    return chance.choices(
        ("active", "inactive", "temporarily closed", "defunct"), (93, 2, 2, 3)
    )[0]


def _attributes(chance: random.Random, this: str, kind: str) -> list[dict[str, Any]]:
    chosen: list[tuple[TermList, str]] = [(taxonomies.KIND, kind)]
    chosen += [
        (taxonomies.NEED, need) for need in chance.sample(NEEDS, chance.randint(1, 3))
    ]
    if chance.random() < 0.7:
        chosen.append((taxonomies.REFERRAL, chance.choice(_keys(taxonomies.REFERRAL))))
    if chance.random() < 0.4:
        chosen.append((taxonomies.DIAGNOSIS, chance.choice(("needed", "not-needed"))))
    chosen += [
        (taxonomies.ACCESS, mark)
        for mark in chance.sample(ACCESS, chance.randint(0, 4))
    ]
    return [attribute(this, terms, key) for terms, key in chosen]


def _keys(terms: TermList) -> tuple[str, ...]:
    return tuple(term.key for term in terms.terms)


def _ages(chance: random.Random) -> dict[str, Any]:
    if chance.random() < 0.15:
        return {}
    low, high = chance.choice(AGES)
    return {"minimum_age": low, "maximum_age": high}


def _cost(chance: random.Random, number: int) -> dict[str, Any]:
    draw = chance.random()
    if draw < 0.2:
        return {}
    amount = 0 if draw < 0.6 else chance.choice((2.5, 4, 5, 7.5, 12, 25, 60))
    words = "Free" if not amount else "a session"
    line = {"id": _id("cost", number), "option": "Everyone", "amount": amount}
    return {"cost_options": [{**line, "amount_description": words}]}


def _times(chance: random.Random, number: int) -> dict[str, Any]:
    if chance.random() < 0.4:
        return {}
    opens = chance.randint(8, 17)
    return {
        "schedules": [
            {
                "id": _id("schedule", number),
                "freq": "WEEKLY",
                "interval": 1,
                "byday": ",".join(chance.sample(DAYS, chance.randint(1, 3))),
                "opens_at": f"{opens:02}:00",
                "closes_at": f"{opens + chance.randint(1, 4):02}:30",
            }
        ]
    }


def _phone(chance: random.Random, number: int) -> dict[str, Any]:
    if chance.random() < 0.25:
        return {}
    phone = {"id": _id("phone", number), "number": f"01632 960{number % 1000:03}"}
    contact = {"id": _id("contact", number), "title": "Main contact", "phones": [phone]}
    return {"contacts": [contact]}


def _place(chance: random.Random, number: int, where: str) -> dict[str, Any]:
    if chance.random() < 0.2:
        return {}
    address = {
        "id": _id("address", number),
        "address_1": f"{chance.randint(1, 200)} {where} Road",
        "city": "Marram",
        "state_province": "Marram",
        "postal_code": f"MM{chance.randint(1, 9)} {chance.randint(1, 9)}AA",
        "country": "GB",
        "address_type": "physical",
    }
    location = {
        "id": _id("location", number),
        "location_type": "physical",
        "name": f"{where} {chance.choice(('Hall', 'Centre', 'Library', 'School'))}",
        "latitude": round(chance.gauss(MIDDLE[0], REACH[0]), 6),
        "longitude": round(chance.gauss(MIDDLE[1], REACH[1]), 6),
        "addresses": [address],
    }
    at = {"id": _id("at", number), "location_id": location["id"], "location": location}
    return {"service_at_locations": [at]}
