"""Signing in through the directory of a council, the NHS or a school (OpenID Connect).

Authlib speaks the protocol: authorization code with PKCE, a state and a nonce, and the
client shown by a secret or by a signed assertion. Here it is held to one directory at a
time: what is not signed by that directory, for us and for this journey, proves nothing.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from authlib.oidc.core import CodeIDToken
from django.core.cache import cache
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from requests import RequestException

SECONDS_TO_ANSWER = 10
#: How long what a directory says about itself, and its keys, are remembered.
REMEMBERED = 10 * 60
#: Clocks of two houses differ a little. In seconds.
LEEWAY = 60
WHERE_IT_SAYS = "/.well-known/openid-configuration"
#: Signatures with a public key only: a secret both sides know would prove nothing new.
ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA")
LONGEST_SUBJECT = 255
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Directory:
    """One directory that people at work may sign in through.

    `strong` are the words (`amr` or `acr`) by which it says that somebody showed who
    they are twice; whoever comes without one of them needs a second factor here.
    `acr_values` is what it wants to be asked for, in order to ask for two.
    """

    key: str
    name: str
    issuer: str
    client_id: str
    secret: str = field(default="", repr=False)
    private_key: str = field(default="", repr=False)
    algorithm: str = "RS256"
    strong: frozenset[str] = frozenset({"mfa"})
    acr_values: str = ""


@dataclass(frozen=True, slots=True)
class Journey:
    """One going to a directory and coming back, remembered by the browser's session."""

    address: str
    state: str
    nonce: str
    verifier: str

    def kept(self) -> dict[str, str]:
        """The journey as a session keeps it."""
        return asdict(self)

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> Self:
        return cls(**kept)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is to a directory. The subject means nothing anywhere else."""

    directory: str
    issuer: str
    subject: str
    name: str
    is_strong: bool


class Cancelled(Exception):
    """They turned back at the directory, or it did not let them in."""


class Unreachable(Exception):
    """The directory does not answer, or not as the standard says."""


class NotProved(Exception):
    """What came back does not prove who it is."""


def begin(directory: Directory, back: str) -> Journey:
    """The address to send somebody to, and what has to be remembered until then.

    Raises: Unreachable.
    """
    about = _about(directory)
    nonce, verifier = generate_token(32), generate_token(64)
    with _session(directory, about, back) as session:
        address, state = session.create_authorization_url(
            about["authorization_endpoint"],
            nonce=nonce,
            code_verifier=verifier,
            **({"acr_values": directory.acr_values} if directory.acr_values else {}),
        )
    return Journey(address, state, nonce, verifier)


def finish(
    directory: Directory, back: str, journey: Journey, said: Mapping[str, str]
) -> Identity:
    """Who came back, proved by the directory itself.

    `said` are the words of the address that the directory sent them back to.

    Raises: Cancelled; NotProved; Unreachable.
    """
    if said.get("state") != journey.state:
        raise NotProved("The state is not that of this journey.")
    if said.get("iss", directory.issuer) != directory.issuer:
        raise NotProved("Another directory answered.")
    if "error" in said or not said.get("code"):
        raise Cancelled
    about = _about(directory)
    with _session(directory, about, back) as session:
        token = _token(session, about, journey, said["code"])
        claims = _claims(directory, about, journey, token)
        name = claims.get("name") or _name(session, about, claims["sub"])
    return Identity(
        directory=directory.key,
        issuer=directory.issuer,
        subject=claims["sub"],
        name=str(name).strip()[:LONGEST_NAME],
        is_strong=bool(directory.strong & _ways(claims)),
    )


def _token(
    session: OAuth2Session, about: dict[str, Any], journey: Journey, code: str
) -> dict[str, Any]:
    try:
        token: dict[str, Any] = session.fetch_token(
            about["token_endpoint"], code=code, code_verifier=journey.verifier
        )
    except (RequestException, ValueError) as problem:
        raise Unreachable from problem
    except AuthlibBaseError as problem:
        # The code was used, is too old, or was never theirs.
        raise NotProved from problem
    return token


def _name(session: OAuth2Session, about: dict[str, Any], subject: str) -> str:
    """What they are called, asked for where the token does not say; or nothing."""
    try:
        answer = session.get(about["userinfo_endpoint"], allow_redirects=False)
        said = answer.json() if answer.ok else {}
    except (RequestException, AuthlibBaseError, ValueError, KeyError):
        return ""
    return str(said.get("name", "")) if said.get("sub") == subject else ""


def _session(directory: Directory, about: dict[str, Any], back: str) -> OAuth2Session:
    shown = "private_key_jwt" if directory.private_key else "client_secret_basic"
    if not directory.private_key and _takes_only_post(about):
        shown = "client_secret_post"
    session = OAuth2Session(
        directory.client_id,
        directory.private_key or directory.secret,
        token_endpoint_auth_method=shown,
        scope="openid profile",
        redirect_uri=back,
        code_challenge_method="S256",
        default_timeout=SECONDS_TO_ANSWER,
    )
    session.register_client_auth_method(
        PrivateKeyJWT(about["token_endpoint"], alg=directory.algorithm)
    )
    return session


def _takes_only_post(about: dict[str, Any]) -> bool:
    taken = about.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    return "client_secret_basic" not in taken


def _claims(
    directory: Directory,
    about: dict[str, Any],
    journey: Journey,
    token: dict[str, Any],
) -> CodeIDToken:
    raw = str(token.get("id_token", ""))
    try:
        read = _read(raw, _keys(about))
    except (JoseError, ValueError):
        # A directory changes its keys now and then: the newest are asked for once.
        try:
            read = _read(raw, _keys(about, anew=True))
        except (JoseError, ValueError) as problem:
            raise NotProved from problem
    claims = CodeIDToken(
        read.claims,
        read.header,
        {
            "iss": {"essential": True, "value": directory.issuer},
            "aud": {"essential": True, "value": directory.client_id},
        },
        {
            "nonce": journey.nonce,
            "client_id": directory.client_id,
            "access_token": token.get("access_token"),
        },
    )
    try:
        claims.validate(leeway=LEEWAY)
    except JoseError as problem:
        raise NotProved from problem
    if not isinstance(claims["sub"], str) or len(claims["sub"]) > LONGEST_SUBJECT:
        raise NotProved("The subject is not one.")
    return claims


def _read(raw: str, keys: KeySet) -> jwt.Token:
    return jwt.decode(raw, keys, algorithms=list(ALGORITHMS))


def _ways(claims: Mapping[str, Any]) -> set[str]:
    shown = claims.get("amr") or []
    return {str(way) for way in (*shown, claims.get("acr", "")) if way}


def _about(directory: Directory) -> dict[str, Any]:
    """What the directory says about itself, if it is the one it says it is."""
    about = _fetched(directory.issuer.rstrip("/") + WHERE_IT_SAYS)
    wanted = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    if about.get("issuer") != directory.issuer:
        raise Unreachable("It says that it is another directory.")
    for name in wanted:
        if urlsplit(str(about.get(name))).scheme != urlsplit(directory.issuer).scheme:
            raise Unreachable(f"Its {name} cannot be used.")
    return about


def _keys(about: dict[str, Any], *, anew: bool = False) -> KeySet:
    found: Any = _fetched(about["jwks_uri"], anew=anew)
    return KeySet.import_key_set(found)


def _fetched(address: str, *, anew: bool = False) -> dict[str, Any]:
    """A small JSON object of the directory, remembered for a while.

    Raises: Unreachable.
    """
    name = f"directory:{address}"
    held: dict[str, Any] | None = None if anew else cache.get(name)
    if held is not None:
        return held
    try:
        answer = requests.get(address, timeout=SECONDS_TO_ANSWER, allow_redirects=False)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
    except (RequestException, ValueError) as problem:
        raise Unreachable from problem
    if not isinstance(found, dict):
        raise Unreachable("It answers with something else.")
    cache.set(name, found, timeout=REMEMBERED)
    return found
