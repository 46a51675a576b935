"""Addresses of providers' and the team's screens, and of the link in a reminder."""

from django.urls import path

from waymark.localoffer.assurance import views as assurance
from waymark.localoffer.providing.views import editing, organisations, own, team

OWN = "providing/<uuid:service_id>/"
TEAM = "managing/local-offer/"
ENTRY = f"{TEAM}entries/<uuid:service_id>/"
RUN_BY = f"{TEAM}organisations/<uuid:organisation_id>/"

urlpatterns = [
    path("providing/", own.home, name="providing"),
    path("providing/new/", own.new, name="providing-new"),
    path(OWN, own.entry, name="providing-entry"),
    path(f"{OWN}edit/<slug:key>/", editing.own_part, name="providing-part"),
    path(f"{OWN}changes/", own.changes, name="providing-changes"),
    path(f"{OWN}publish/", own.publish_at_once, name="providing-publish"),
    path(f"{OWN}discard/", own.discard, name="providing-discard"),
    path(f"{OWN}confirm/", own.confirm, name="providing-confirm"),
    path("still-right/<str:token>/", assurance.still_right, name="still-right"),
    path(TEAM, team.home, name="keeping"),
    path(ENTRY, team.entry, name="keeping-entry"),
    path(f"{ENTRY}edit/<slug:key>/", editing.any_part, name="keeping-part"),
    path(f"{ENTRY}confirm/", team.confirm, name="keeping-confirm"),
    path(f"{ENTRY}send/", team.send, name="keeping-send"),
    path(f"{ENTRY}discard/", team.discard, name="keeping-discard"),
    path(f"{ENTRY}shown/", team.show_between, name="keeping-shown"),
    path(f"{ENTRY}review/", team.review, name="keeping-review"),
    path(f"{ENTRY}return/", team.give_back, name="keeping-return"),
    path(f"{ENTRY}compare/", team.compare, name="keeping-compare"),
    path(
        f"{ENTRY}versions/<int:number>/restore/", team.restore, name="keeping-restore"
    ),
    path(
        f"{TEAM}organisations/",
        organisations.organisations,
        name="keeping-organisations",
    ),
    path(RUN_BY, organisations.organisation, name="keeping-organisation"),
    path(f"{RUN_BY}invite/", organisations.invite, name="keeping-invite"),
    path(f"{RUN_BY}trust/", organisations.trust, name="keeping-trust"),
    path(
        f"{RUN_BY}people/<int:provider_id>/end/",
        organisations.end_keeping,
        name="keeping-end",
    ),
    path(
        f"{TEAM}confirming/<slug:which>/",
        assurance.confirming,
        name="keeping-confirming",
    ),
    path(f"{TEAM}faults/", assurance.faults, name="keeping-faults"),
]
