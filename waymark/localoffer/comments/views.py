"""What readers see of comments, and where editors answer them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from waymark.access.guard import needs, public, require
from waymark.access.roles import Permission
from waymark.guidance.documents import panel
from waymark.localoffer.comments import policies, queries, services
from waymark.localoffer.comments.forms import AnswerForm, ReturnForm, YearForm
from waymark.localoffer.comments.presenters import year_shown
from waymark.localoffer.models import Comment, YearOfAnswers
from waymark.localoffer.pages.around import HOME, LOCAL_OFFER
from waymark.today import today
from waymark.ui.navigation import Breadcrumbs, Crumb

FOR_EVERYBODY = "because the law asks to publish comments and their answers"
YOU_SAID = Crumb(_("You said, we did"), queries.YOU_SAID)
EDITING = Crumb(_("Editing"), "/editing/")
COMMENTS = Crumb(_("Comments"), "/editing/comments/")


# ---- for everybody ---------------------------------------------------------------


@public(FOR_EVERYBODY)
@require_safe
def you_said(request: HttpRequest) -> HttpResponse:
    """The newest year whole, and the way to every other."""
    years = queries.published_years()
    parts = {"years": years, "crumbs": Breadcrumbs((HOME, LOCAL_OFFER))}
    if years:
        parts |= _year_parts(request, years[0])
    return render(request, "localoffer/comments/you_said.html", parts)


@public(FOR_EVERYBODY)
@require_safe
def year(request: HttpRequest, number: int) -> HttpResponse:
    """One year of comments with their answers."""
    years = queries.published_years()
    if number not in years:
        raise Http404
    parts = {
        "years": years,
        "crumbs": Breadcrumbs((HOME, LOCAL_OFFER, YOU_SAID)),
        **_year_parts(request, number),
    }
    return render(request, "localoffer/comments/year.html", parts)


def _year_parts(request: HttpRequest, number: int) -> dict[str, object]:
    shown = year_shown(number)
    take_away = panel.on(request, shown.address) if shown.is_whole else None
    return {"shown": shown, "take_away": take_away}


# ---- for editors -----------------------------------------------------------------


@needs(Permission.READ_FEEDBACK)
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits for an answer or a second person, and what was settled last."""
    actor = request.actor  # type: ignore[attr-defined]
    parts = {
        "to_answer": queries.to_answer(actor),
        "to_approve": queries.to_approve(actor),
        "settled": queries.settled(actor),
        "due": queries.due(today()),
        "crumbs": Breadcrumbs((EDITING,)),
    }
    return render(request, "localoffer/comments/waiting.html", parts)


@needs(Permission.EDIT_WORDS)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """One comment: what was typed, what is published, our answer and action."""
    comment = _comment(request, comment_id)
    form = AnswerForm(request.POST) if request.method == "POST" else None
    if form is None:
        return _answering(request, comment, AnswerForm.of(comment, _typed(comment)))
    require(policies.may_answer(request.actor, comment))  # type: ignore[attr-defined]
    if not form.is_valid():
        return _answering(request, comment, form, 422)
    if "send" not in request.POST:
        services.save_answer(request.actor, comment_id, form.answer)  # type: ignore[attr-defined]
        return redirect(f"{request.path}?kept=1")
    if not form.require_whole(queries.traces_in(form.answer.published)):
        return _answering(request, comment, form, 422)
    services.send_answer(request.actor, comment_id, form.answer)  # type: ignore[attr-defined]
    return redirect("comments")


@needs(Permission.APPROVE_WORDS)
@require_http_methods(["POST"])
def settle(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """A second person publishes it, keeps it out, or returns it with a reason."""
    comment = _comment(request, comment_id)
    if "return" not in request.POST:
        services.settle(request.actor, comment_id)  # type: ignore[attr-defined]
        return redirect("comments")
    form = ReturnForm(request.POST)
    if not form.is_valid():
        require(policies.may_settle(request.actor, comment))  # type: ignore[attr-defined]
        return _answering(
            request, comment, AnswerForm.of(comment, ""), 422, returning=form
        )
    services.return_answer(
        request.actor,  # type: ignore[attr-defined]
        comment_id,
        form.cleaned_data["because"],
    )
    return redirect("comments")


@needs(Permission.READ_FEEDBACK)
@require_safe
def years(request: HttpRequest) -> HttpResponse:
    """Every year: what was published when, and what waits in it."""
    parts = {
        "years": queries.years_written(request.actor),  # type: ignore[attr-defined]
        "due": queries.due(today()),
        "crumbs": Breadcrumbs((EDITING, COMMENTS)),
    }
    return render(request, "localoffer/comments/years.html", parts)


@needs(Permission.EDIT_WORDS)
@require_http_methods(["GET", "HEAD", "POST"])
def write_year(request: HttpRequest, number: int) -> HttpResponse:
    """The words that stand with a year; a second person publishes it."""
    if number not in [known for known, *_rest in queries.years_written(request.actor)]:  # type: ignore[attr-defined]
        raise Http404
    held = queries.year(number)
    if request.method != "POST":
        return _writing(request, number, held, YearForm(initial=_said(held)))
    require(policies.may_write_year(request.actor, held))  # type: ignore[attr-defined]
    form = YearForm(request.POST)
    if not form.is_valid():
        return _writing(request, number, held, form, 422)
    is_sent = "send" in request.POST
    services.save_year(
        request.actor,  # type: ignore[attr-defined]
        number,
        send=is_sent,
        **form.cleaned_data,
    )
    return redirect("you-said") if is_sent else redirect(f"{request.path}?kept=1")


@needs(Permission.APPROVE_WORDS)
@require_http_methods(["POST"])
def settle_year(request: HttpRequest, number: int) -> HttpResponse:
    """A second person publishes the year, or returns it with a reason."""
    held = queries.year(number)
    if held is None:
        raise Http404
    if "return" not in request.POST:
        return _publish_year(request, held)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        require(policies.may_settle_year(request.actor, held))  # type: ignore[attr-defined]
        written = YearForm(initial=_said(held))
        return _writing(request, number, held, written, 422, returning=form)
    because = form.cleaned_data["because"]
    services.return_year(request.actor, number, because)  # type: ignore[attr-defined]
    return redirect("you-said")


def _publish_year(request: HttpRequest, held: YearOfAnswers) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    left = queries.waiting_in(held.year)
    may = policies.may_publish_year(actor, held, waiting=left)
    if not may and policies.may_settle_year(actor, held):
        # Nothing wrong with who asks: there is something to do first.
        written = YearForm(initial=_said(held))
        return _writing(request, held.year, held, written, 409)
    services.publish_year(actor, held.year)
    return redirect("you-said")


def _comment(request: HttpRequest, comment_id: UUID) -> Comment:
    found = queries.comment(request.actor, comment_id)  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found


def _typed(comment: Comment) -> str:
    return comment.feedback.missing if comment.feedback else ""


def _said(held: YearOfAnswers | None) -> dict[str, str]:
    if held is None:
        return {}
    return {"introduction": held.introduction, "how_asked": held.how_asked}


def _answering(
    request: HttpRequest,
    comment: Comment,
    form: AnswerForm,
    status: int = 200,
    *,
    returning: ReturnForm | None = None,
) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    typed = _typed(comment)
    parts = {
        "comment": comment,
        "typed": typed,
        "traces": queries.traces_in(typed),
        "place": queries.places([comment.page]).get(comment.page),
        "form": returning or form,
        "answer_form": form,
        "return_form": returning or ReturnForm(),
        "may_answer": policies.may_answer(actor, comment),
        "may_settle": policies.may_settle(actor, comment),
        "is_kept": "kept" in request.GET and request.method == "GET",
        "crumbs": Breadcrumbs((EDITING, COMMENTS)),
    }
    return render(request, "localoffer/comments/answer.html", parts, status=status)


def _writing(
    request: HttpRequest,
    number: int,
    held: YearOfAnswers | None,
    form: YearForm,
    status: int = 200,
    *,
    returning: ReturnForm | None = None,
) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    parts = {
        "year": number,
        "held": held,
        "waiting": queries.waiting_in(number),
        "form": returning or form,
        "year_form": form,
        "return_form": returning or ReturnForm(),
        "may_write": policies.may_write_year(actor, held),
        "may_settle": policies.may_settle_year(actor, held) if held else None,
        "is_kept": "kept" in request.GET and request.method == "GET",
        "is_too_soon": status == 409,
        "crumbs": Breadcrumbs((EDITING, COMMENTS)),
    }
    return render(request, "localoffer/comments/write_year.html", parts, status=status)
