"""A request of the SPARQL 1.1 Protocol as a value: method, headers, query string and body in, what is asked out.

https://www.w3.org/TR/sparql11-protocol/ ; the sections are named beside what follows them. No server is known here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph_service.api.percent import form_fields
from graph_service.errors import Code, Problem

FORM = "application/x-www-form-urlencoded"
QUERY_TYPE = "application/sparql-query"
UPDATE_TYPE = "application/sparql-update"
QUERY_METHODS = ("GET", "HEAD", "POST")
UPDATE_METHODS = ("POST",)
_MOST_FIELDS = 1000


class Operation(StrEnum):
    """What an endpoint does; query and update are two endpoints here."""

    QUERY = "query"
    UPDATE = "update"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """The graphs that a request names in its parameters (sections 2.1.4 and 2.2.3)."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryRequest:
    """A query, and its dataset where the request names one: it then stands instead of FROM (section 2.1.4)."""

    text: str
    dataset: Dataset | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRequest:
    """An update, and the dataset of its patterns where the request names one (section 2.2.3)."""

    text: str
    dataset: Dataset | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptionRequest:
    """A GET without a query: it asks for the service description (SPARQL 1.1 Service Description, section 2)."""


ParsedRequest = QueryRequest | UpdateRequest | DescriptionRequest
_Fields = Sequence[tuple[str, str]]


def parse_request(
    operation: Operation, *, method: str, headers: Mapping[str, str], query_string: bytes, body: bytes = b""
) -> ParsedRequest | Problem:
    """Return what a request asks of an endpoint, or the problem with it; header names are in lower case."""
    methods = QUERY_METHODS if operation is Operation.QUERY else UPDATE_METHODS
    if method not in methods:
        hint = f"use one of {', '.join(methods)}"
        return _problem(Code.METHOD_NOT_ALLOWED, f"method {method} is not used for a {operation}", hint)
    fields = _fields(query_string)
    if isinstance(fields, Problem):
        return fields
    if method in {"GET", "HEAD"}:
        return _from_query_string(fields)
    return _from_post(operation, headers.get("content-type", ""), fields, body)


def _from_query_string(fields: _Fields) -> ParsedRequest | Problem:
    """Section 2.1.1, and 2.2: an update is never sent by GET."""
    if _values(fields, "update"):
        return _problem(Code.BAD_REQUEST, "an update cannot be sent by GET", "POST it to /update")
    if not _values(fields, "query"):
        return DescriptionRequest()
    return _one(Operation.QUERY, fields)


def _from_post(operation: Operation, content_type: str, fields: _Fields, body: bytes) -> ParsedRequest | Problem:
    media, charset = _media(content_type)
    direct = QUERY_TYPE if operation is Operation.QUERY else UPDATE_TYPE
    if charset not in {"", "utf-8", "utf8", "us-ascii"}:
        return _problem(Code.UNSUPPORTED_FORMAT, f"the encoding {charset} is not read", "send UTF-8")
    if media == FORM:
        posted = _fields(body)
        return posted if isinstance(posted, Problem) else _one(operation, [*fields, *posted])
    if media == direct:
        return _direct(operation, fields, body)
    what = f"the Content-Type {media!r} is not that of a {operation}" if media else "the Content-Type is missing"
    return _problem(Code.UNSUPPORTED_FORMAT, what, f"send {direct}, or a form as {FORM}")


def _direct(operation: Operation, fields: _Fields, body: bytes) -> ParsedRequest | Problem:
    """Sections 2.1.3 and 2.2.2: the body is the text, unencoded; the graphs are in the query string."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return _problem(Code.BAD_REQUEST, f"the body is not UTF-8 (byte {error.start})", "send UTF-8")
    return _one(operation, [*fields, (operation.value, text)])


def _one(operation: Operation, fields: _Fields) -> ParsedRequest | Problem:
    """Sections 2.1 and 2.2: exactly one query or update."""
    other = Operation.UPDATE if operation is Operation.QUERY else Operation.QUERY
    texts = _values(fields, operation.value)
    if _values(fields, other.value):
        home = "/update" if operation is Operation.QUERY else "/sparql"
        return _problem(Code.BAD_REQUEST, f"this endpoint takes no {other}", f"send it to {home}")
    if len(texts) != 1:
        count = "no" if not texts else "more than one"
        return _problem(Code.BAD_REQUEST, f"the request holds {count} {operation}", f"send one parameter {operation}")
    return _request(operation, texts[0], fields)


def _request(operation: Operation, text: str, fields: _Fields) -> ParsedRequest:
    """Sections 2.1.4 and 2.2.3: the graphs that the parameters name; an empty name means nothing."""
    if operation is Operation.QUERY:
        dataset = _dataset(fields, "default-graph-uri", "named-graph-uri")
        return QueryRequest(text=text, dataset=dataset)
    return UpdateRequest(text=text, dataset=_dataset(fields, "using-graph-uri", "using-named-graph-uri"))


def _dataset(fields: _Fields, default: str, named: str) -> Dataset | None:
    found = Dataset(
        default=tuple(name for name in _values(fields, default) if name),
        named=tuple(name for name in _values(fields, named) if name),
    )
    return found if found.default or found.named else None


def _fields(text: bytes) -> list[tuple[str, str]] | Problem:
    try:
        return form_fields(text, most=_MOST_FIELDS)
    except UnicodeError:
        return _problem(Code.BAD_REQUEST, "the parameters are not UTF-8", "percent-encode them as UTF-8")
    except ValueError:
        return _problem(Code.BAD_REQUEST, "there are too many parameters", f"send at most {_MOST_FIELDS}")


def _values(fields: _Fields, name: str) -> tuple[str, ...]:
    return tuple([value for key, value in fields if key == name])


def _media(content_type: str) -> tuple[str, str]:
    media, *parameters = (piece.strip().lower() for piece in content_type.split(";"))
    charset = next((one.partition("=")[2] for one in parameters if one.startswith("charset=")), "")
    return media, charset.strip("\"' ")


def _problem(code: Code, what: str, hint: str) -> Problem:
    return Problem(code=code, what=what, where="SPARQL request", hint=hint)
