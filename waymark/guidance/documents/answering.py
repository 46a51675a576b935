"""How a file to take away travels, and what is said when there is none."""

import logging
from dataclasses import dataclass

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _

from waymark.formats.confined import ToolFailed, ToolMissing
from waymark.formats.keeping import Busy, Made
from waymark.formats.making import CannotMake, Format, NothingToSay, TooLong
from waymark.guidance.documents.passing import BeingMade, TooOften
from waymark.ui.take_away import TakeAway

log = logging.getLogger(__name__)

#: When to come back for something that is being made, in seconds.
SOON = 60


@dataclass(frozen=True, slots=True)
class Sorry:
    """Why there is no file just now, in plain words, and what there is instead.

    `page` is the address that the file hangs on, which works all the same.
    """

    format: Format
    cause: str
    page: str
    others: TakeAway
    come_back: bool = False
    status: int = 503


def file_headers(format_: Format, name: str) -> dict[str, str]:
    """What every such file says of itself. A browser saves it, and never opens it."""
    is_text = format_.media_type.startswith("text/")
    charset = "; charset=utf-8" if is_text else ""
    return {
        "Content-Type": f"{format_.media_type}{charset}",
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
    }


def public_headers(key: str, page: str) -> dict[str, str]:
    """Of what may be kept by anybody: which result it is, and of which page."""
    return {
        "ETag": f'"{key}"',
        "Link": f'<{settings.WEBSITE}{page}>; rel="canonical"',
    }


def unchanged(request: HttpRequest, key: str) -> HttpResponseBase | None:
    """The short answer for somebody who has this very result already."""
    answer: HttpResponseBase | None = get_conditional_response(
        request, etag=f'"{key}"', response=HttpResponse()
    )
    is_short = answer is not None and answer.status_code in {304, 412}
    return answer if is_short else None


def head(headers: dict[str, str], made: Made | None) -> HttpResponse:
    """What a GET would say, without making anything."""
    answer = HttpResponse(headers=headers)
    if made is not None:
        answer["Content-Length"] = str(made.size)
        answer["Last-Modified"] = http_date(made.made_at.timestamp())
    return answer


def file(headers: dict[str, str], made: Made) -> FileResponse:
    """The whole file, streamed."""
    answer = FileResponse(made.open())
    for name, said in headers.items():
        # After it was made, because Django would say of itself what a file is.
        answer[name] = said
    answer["Content-Length"] = str(made.size)
    answer["Last-Modified"] = http_date(made.made_at.timestamp())
    return answer


def sorry(request: HttpRequest, why: Sorry) -> HttpResponse:
    """A page that names the format and the cause, and offers the others."""
    answer = render(
        request, "guidance/take_away_sorry.html", {"why": why}, status=why.status
    )
    if why.come_back:
        answer["Retry-After"] = str(SOON)
    return answer


#: What may stop a file from being made for somebody who waits.
NOT_NOW = (CannotMake, Busy, TooOften, BeingMade)


def why_not(why: Exception, format_: Format, page: str, others: TakeAway) -> Sorry:
    """What to say when one of `NOT_NOW` came instead of a file."""
    if isinstance(why, CannotMake):
        log.error("format_failed cause=%s", why)
        return Sorry(format_, _cause(why), page, others)
    if isinstance(why, TooOften):
        return Sorry(format_, _too_often(), page, others, status=429)
    words = _being_made() if isinstance(why, BeingMade) else _all_busy()
    return Sorry(format_, words, page, others, come_back=True)


def _cause(problem: CannotMake) -> str:
    """Why a format could not be made, as far as it helps a reader to know."""
    if isinstance(problem.cause, ToolMissing):
        words = _("The program that makes it, %s, is not installed on this site.")
        return words % problem.cause.program
    if isinstance(problem.cause, ToolFailed):
        return _("The program that makes it, %s, failed.") % problem.cause.program
    if isinstance(problem.cause, NothingToSay):
        return _("There is nothing on the page that it could hold.")
    if isinstance(problem.cause, TooLong):
        return _("The page is longer than one such file can hold.")
    return _("Something went wrong while it was made. We have made a note of it.")


def _being_made() -> str:
    return _("We are making this file now. Try again in a few minutes.")


def _all_busy() -> str:
    return _(
        "Several people are having files made at this moment. Try again in a minute."
    )


def _too_often() -> str:
    return _(
        "A great many files were made for you in the last ten minutes. Try again in "
        "ten minutes."
    )
