"""What a directory must have signed before anybody is believed."""

import time

import pytest
import requests
from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey

from waymark.gateways import directories
from waymark.gateways.directories import Directory, Journey, NotProved, Unreachable

pytestmark = [pytest.mark.django_db, pytest.mark.real_time]
ISSUER = "http://127.0.0.1:4400"
SECRET = "an-invented-secret-of-a-client-in-a-test"  # noqa: S105
COUNCIL = Directory("council", "Saltmarsh Council", ISSUER, "waymark", SECRET)
JOURNEY = Journey("", "a-state", "a-nonce", "a-verifier")
SAID = {"state": "a-state", "code": "a-code"}
ABOUT = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}/auth",
    "token_endpoint": f"{ISSUER}/token",
    "jwks_uri": f"{ISSUER}/keys",
}


@pytest.fixture(scope="module")
def theirs():
    return RSAKey.generate_key(2048, {"kid": "theirs"})


@pytest.fixture
def says(monkeypatch, theirs):
    """Have the directory hand out a token with these claims, signed as told."""
    asked = []

    def fetched(address, *, anew=False):
        asked.append((address, anew))
        if address.endswith("/keys"):
            return KeySet([theirs]).as_dict(private=False)
        return ABOUT

    def say(key=None, header=None, **claims):
        moment = int(time.time())
        told = {
            "iss": ISSUER,
            "aud": "waymark",
            "sub": "person-7",
            "name": "Quill Inventson",
            "nonce": "a-nonce",
            "iat": moment,
            "exp": moment + 300,
            **claims,
        }
        told = {name: value for name, value in told.items() if value is not None}
        header = header or {"alg": "RS256", "kid": "theirs"}
        token = jwt.encode(header, told, key or theirs, algorithms=[header["alg"]])
        monkeypatch.setattr(
            directories,
            "_token",
            lambda *_: {"id_token": token, "access_token": "of-no-use"},
        )
        return asked

    monkeypatch.setattr(directories, "_fetched", fetched)
    return say


def who():
    return directories.finish(COUNCIL, "http://testserver/back/", JOURNEY, SAID)


def test_what_the_directory_signed_for_this_journey_is_believed(says):
    says()

    assert who() == directories.Identity(
        "council", ISSUER, "person-7", "Quill Inventson", is_strong=False
    )


@pytest.mark.parametrize("ways", [{"amr": ["pwd", "mfa"]}, {"acr": "mfa"}])
def test_two_proofs_are_said_by_amr_or_acr(says, ways):
    says(**ways)

    assert who().is_strong


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another-client"},
        {"aud": ["waymark", "another"]},
        {"aud": ["waymark", "another"], "azp": "another"},
        {"iss": "https://example.org"},
        {"iss": None},
        {"sub": None},
        {"sub": "x" * 256},
        {"exp": int(time.time()) - 3600},
        {"exp": None},
        {"iat": None},
        {"nbf": int(time.time()) + 3600},
        {"amr": "mfa"},
        {"at_hash": "of-another-token"},
    ],
    ids=str,
)
def test_a_token_for_somebody_or_something_else_proves_nothing(says, claims):
    says(**claims)

    with pytest.raises(NotProved):
        who()


def test_a_key_that_is_not_theirs_proves_nothing_even_when_asked_for_anew(says):
    asked = says(key=RSAKey.generate_key(2048, {"kid": "theirs"}))

    with pytest.raises(NotProved):
        who()
    assert asked[-1] == (f"{ISSUER}/keys", True)


def test_our_own_secret_signs_nothing(says):
    says(key=OctKey.import_key(SECRET), header={"alg": "HS256", "kid": "theirs"})

    with pytest.raises(NotProved):
        who()


def test_a_token_that_nobody_signed_proves_nothing(says, monkeypatch):
    says()
    bare = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJwZXJzb24tNyJ9."
    monkeypatch.setattr(directories, "_token", lambda *_: {"id_token": bare})

    with pytest.raises(NotProved):
        who()


def test_no_token_at_all_proves_nothing(says, monkeypatch):
    says()
    monkeypatch.setattr(directories, "_token", lambda *_: {})

    with pytest.raises(NotProved):
        who()


def test_a_state_of_another_journey_is_not_even_asked_about(says):
    asked = says()

    with pytest.raises(NotProved):
        directories.finish(COUNCIL, "", JOURNEY, {**SAID, "state": "another"})
    assert asked == []


class Answer:
    ok = True

    def __init__(self, said):
        self.said = said

    def raise_for_status(self):
        if self.said == "refused":
            raise requests.HTTPError

    def json(self):
        if self.said == "no json":
            raise ValueError
        return self.said


@pytest.mark.parametrize("said", ["refused", "no json", ["a", "list"]])
def test_a_directory_that_answers_oddly_is_unreachable(monkeypatch, said):
    monkeypatch.setattr(requests, "get", lambda *_, **__: Answer(said))

    with pytest.raises(Unreachable):
        directories.begin(COUNCIL, "")


@pytest.mark.parametrize(
    "name", ["authorization_endpoint", "token_endpoint", "jwks_uri"]
)
@pytest.mark.parametrize("address", [None, "ftp://127.0.0.1/", "javascript:alert(1)"])
def test_addresses_that_cannot_be_used_are_not_used(monkeypatch, name, address):
    said = {**ABOUT, name: address}
    monkeypatch.setattr(requests, "get", lambda *_, **__: Answer(said))

    with pytest.raises(Unreachable):
        directories.begin(COUNCIL, "")


def test_what_a_directory_says_of_itself_is_asked_once_in_ten_minutes(monkeypatch):
    asked = []

    def get(address, **_):
        asked.append(address)
        return Answer(ABOUT)

    monkeypatch.setattr(requests, "get", get)
    directories.begin(COUNCIL, "")
    directories.begin(COUNCIL, "")

    assert len(asked) == 1


def test_no_secret_shows_when_a_directory_is_printed():
    shown = repr(Directory("a", "A", ISSUER, "waymark", SECRET, "a private key"))

    assert SECRET not in shown
    assert "a private key" not in shown
