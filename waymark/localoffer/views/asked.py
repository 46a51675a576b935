"""What may be asked of the API: every parameter, its type and its meaning."""

from datetime import UTC, datetime, time
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import BeforeValidator, StringConstraints

from waymark.localoffer.views.answers import A_PAGE, AT_MOST


def _plus_again(value: Any) -> Any:
    """A plus sign in a query arrives as a blank; a zone is the only place for one."""
    return value.replace(" ", "+") if isinstance(value, str) else value


def _without_nul(value: Any) -> Any:
    if isinstance(value, str) and "\0" in value:
        raise ValueError("holds a letter that no record holds")
    return value


def without_zone(at: time | None) -> time | None:
    """A time of day as it stands on the wall: services open by local time alone."""
    return at.replace(tzinfo=None) if at else None


Words = Annotated[str, StringConstraints(max_length=200), BeforeValidator(_without_nul)]
Moment = Annotated[datetime, BeforeValidator(_plus_again)]
Age = Annotated[float, Field(ge=0, le=130, allow_inf_nan=False)]


class Paged(Schema):
    """What every list takes."""

    page: int = Field(1, ge=1, le=10_000_000, description="Which page, from 1.")
    per_page: int | None = Field(
        None,
        ge=1,
        le=10_000_000,
        description=f"How many on a page: {A_PAGE} unless asked, {AT_MOST} at most.",
    )
    format: Literal["json", "ndjson"] = Field(
        "json", description="ndjson streams everything that matches, without pages."
    )
    search: Words = Field("", description="Every word stands somewhere in the record.")


class Organisations(Paged):
    """What the list of organisations takes."""

    full: bool = Field(False, description="The whole organisation.")
    full_service: bool = Field(False, description="With its services, each whole.")


class Narrowed(Paged):
    """What lists of services and of their places take."""

    taxonomy_term_id: UUID | None = Field(
        None, description="Bears this term or one below it."
    )
    taxonomy_id: UUID | None = Field(None, description="Bears any term of this list.")
    organization_id: UUID | None = Field(None, description="Run by this organisation.")
    modified_after: Moment | None = Field(
        None, description="Changed at this moment or later."
    )
    full: bool = Field(False, description="The whole record.")
    minimum_age: Age | None = Field(
        None, description="Takes somebody of this age or older. An extra of ours."
    )
    maximum_age: Age | None = Field(
        None, description="Takes somebody of this age or younger. An extra of ours."
    )
    day: Literal["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"] = Field(
        "", description="Has a time on this day. An extra of ours."
    )
    start_time: time | None = Field(
        None, description="Has a time that begins then or later. An extra of ours."
    )
    end_time: time | None = Field(
        None, description="Has a time that ends then or sooner. An extra of ours."
    )

    def moment(self) -> datetime | None:
        """`modified_after` in UTC, which it is taken for where no zone was given."""
        at = self.modified_after
        if at is None or at.tzinfo is None:
            return at and at.replace(tzinfo=UTC)
        try:
            return at.astimezone(UTC)
        except OverflowError:  # within a day of the first year or the last
            return at.replace(tzinfo=UTC)


class Services(Narrowed):
    """What the list of services takes."""

    minimal: bool = Field(
        False, description="Only ids and when they changed, all on one page."
    )


class Places(Narrowed):
    """What the list of services at places takes."""

    postcode: Words = Field(
        "",
        description="Alone: the area the service covers holds this postcode, where "
        "its area is known. With proximity: the middle of the distance.",
    )
    proximity: Annotated[float, Field(ge=0, le=2e7, allow_inf_nan=False)] | None = (
        Field(None, description="Within so many metres of the postcode.")
    )


class Terms(Paged):
    """What the list of terms takes."""

    taxonomy_id: UUID | None = Field(None, description="Terms of this list.")
    parent_id: UUID | None = Field(None, description="Terms right below this one.")
    top_only: bool = Field(False, description="Terms with no term above them.")
