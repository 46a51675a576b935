"""The person at the keyboard, reduced to what policies need."""

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied

from waymark.access.roles import GRANTS, Permission, Role


@dataclass(frozen=True, slots=True)
class Post:
    """What the actor does where: a role at an organisation, perhaps in a team."""

    role: Role
    organisation_id: UUID
    team_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and in which roles. Built afresh for each request, never kept."""

    account_id: UUID | None = None
    roles: frozenset[Role] = frozenset()
    posts: tuple[Post, ...] = ()

    @property
    def every_role(self) -> frozenset[Role]:
        """The roles held here, by invitation or by a post."""
        return self.roles | {post.role for post in self.posts}

    @property
    def signed_in_as(self) -> UUID:
        """The account of somebody who is signed in.

        Raises: PermissionDenied, for nobody.
        """
        if self.account_id is None:
            raise PermissionDenied("Sign in first.")
        return self.account_id

    def has(self, permission: Permission) -> bool:
        """True if any role that the actor was invited into grants the permission.

        A post grants none: it says where somebody works with children.
        """
        return any(permission in GRANTS[role] for role in self.roles)


NOBODY = Actor()
