"""Every number of the ranking, in one place, to be tuned against the trials.

A record's score is, summed over the words of the question, the weight of the field
the word was met in, times how rare the word is, times how nearly it was met; then
times a reward for how much of the question was met, and for being near.
"""

#: Where a word was met.
FIELDS = {"name": 3.0, "lay": 2.8, "topics": 2.0, "summary": 1.8, "text": 1.5}

#: How nearly it was met.
EXACT = 1.0
SYNONYM = 0.45
BEGINNING = 0.8
SLIP = 0.9
SLIP_OF_ANOTHER = 0.45

#: What a record gets for other fields that hold the word too.
TIE_BREAKER = 0.1

#: How like the question is to a name, or to a question answered by hand: at most
#: this is added for saying the same. Only the best few are compared.
LIKENESS = 2.0
COMPARED = 20

#: Any word finds a record; meeting more of the question's words is rewarded.
COVERAGE_FLOOR = 0.4
COVERAGE_REWARD = 0.6

#: What comes a little before or after its equals. A kind not named here counts as 1.
KINDS = {
    "routemap": 1.1,
    "question": 0.7,
    "word": 0.4,
    "letter": 0.8,
    "time-limit": 0.7,
}

#: What is run for the whole country, when something local was found too.
NATIONAL = 0.85

#: A record scoring below this share of the best is noise, and is left out.
NOISE = 0.12

CANDIDATES = 100
PAGE = 10

#: A question is cut here. Nobody asks for longer, and machines that do must wait.
MOST_CHARACTERS = 400
MOST_WORDS = 24

#: Slips are mended in words of four letters or more that nobody published.
SHORTEST_MENDED = 4
TWO_SLIPS_FROM = 6
MOST_MENDINGS = 12
MOST_BEGINNINGS = 8
