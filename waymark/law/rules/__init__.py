"""Every statutory rule, as data. `RULES` holds each once, in the order of its id."""
