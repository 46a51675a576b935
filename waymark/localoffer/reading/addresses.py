"""Where what is written for the Local Offer is read: for life."""

OFFER = "/local-offer/"
GUIDES = f"{OFFER}guides/"
QUESTIONS = f"{OFFER}questions/"
NEWS = f"{OFFER}news/"
EVENTS = f"{OFFER}events/"
WAITING = f"{OFFER}waiting/"
#: All of them, for whoever asks which documents lie here.
UNDER = (GUIDES, QUESTIONS, NEWS, EVENTS, WAITING)
#: A question that belongs to the Local Offer and to none of its guides.
GENERAL = "local-offer"


def of_service(key: object) -> str:
    """The page of one service of the directory."""
    return f"{OFFER}services/{key}/"
