"""The address of an endpoint: where queries and updates go, and with which login; its password is shown to nobody."""

from collections.abc import Generator
from dataclasses import dataclass, field

import httpx

from graph_service.errors import Code, problem
from graph_service.graph.store_name import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteAddress:
    """One URL, or two joined by a comma where updates go elsewhere; a URL may bear ``user:password@`` before its host.

    A URL that ends in ``/query`` has its updates at ``/update`` beside it, any other takes both.
    """

    queries: str
    updates: str
    login: httpx.Auth | None = field(repr=False)


def remote_address(written: str) -> RemoteAddress:
    """Return an address as people write it. Raise bad-request for what is no URL."""
    query, _, update = (part.strip() for part in written.partition(","))
    try:
        queries, updates = httpx.URL(query), httpx.URL(update or _update_url(query))
    except httpx.InvalidURL as error:
        hint = "write it as http://host:port/sparql"
        raise problem(Code.BAD_REQUEST, f"it is no address: {error}", where=shown(written), hint=hint) from None
    owner = next((url for url in (updates, queries) if url.username), None)
    login = Login(owner.username, owner.password) if owner else None
    return RemoteAddress(queries=_bare(queries), updates=_bare(updates), login=login)


class Login(httpx.Auth):
    """A user and a password, told as the endpoint asks for them: by Basic (RFC 7617) or Digest (RFC 7616)."""

    def __init__(self, user: str, password: str) -> None:
        self._user = user
        self._password = password
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send a request without, until the endpoint asks for it."""
        if self._chosen is None:
            answer = yield request
            if answer.status_code != httpx.codes.UNAUTHORIZED:
                return
            is_digest = answer.headers.get("www-authenticate", "").lower().startswith("digest")
            self._chosen = (httpx.DigestAuth if is_digest else httpx.BasicAuth)(self._user, self._password)
        yield from self._chosen.auth_flow(request)


def _update_url(queries: str) -> str:
    return queries.removesuffix("/query") + "/update" if queries.endswith("/query") else queries


def _bare(url: httpx.URL) -> str:
    return str(url.copy_with(username=None, password=None))
