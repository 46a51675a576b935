"""Every number of the ranking of the Local Offer, to be tuned against the trials.

What words are worth is in `finding.ranking`. These weigh what was found by them.
"""

from waymark.localoffer.assurance.rules import Standing

#: A service known to serve the area; one that does not say; one whose places are all
#: outside it.
HERE = 1.0
NOT_SAID = 0.9
ELSEWHERE = 0.7

#: What time takes from a service that nobody confirms. One that is archived is not
#: found at all.
FRESHNESS = {Standing.SINKING: 0.8, Standing.OUT_OF_SEARCH: 0.5}

#: What found it by its words: less than this share of the best is noise, whatever the
#: choices, so that a facet counts what pressing it gives.
SHARE = 0.25

#: So many of the best are compared again by coverage, likeness, age and distance.
COMPARED = 200

#: An age said in the words: what a service gets that takes it, and that does not.
AGE_FITS = 1.3
AGE_DOES_NOT = 0.3

#: A place asked about: what stands so many metres away is worth half as much again.
NEARBY = 1.2
NEARBY_METRES = 3200

#: The first three hold the best service and the best page, if they are worth so much
#: of the best of all.
BOTH_KINDS = 0.35

PAGE = 10
#: With fewer results than this, ways out are offered.
FEW = 3
#: Steps of the facet of distance, in miles.
MILES = (1, 2, 3, 5, 10)
