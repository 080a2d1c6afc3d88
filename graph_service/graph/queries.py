"""The named queries: each ``*.rq`` file of a folder as a value whose typed parameters are bound as terms, never pasted.

A file holds a header of ``#+`` lines (YAML: summary, params, columns) and a query that runs as it stands. Where it says
``VALUES ?name { ... }`` for a parameter, the braces hold the default; binding puts the given term in its place.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml
from pyoxigraph import Literal, NamedNode

from graph_service.errors import Code, ProblemError, problem
from graph_service.graph import iris
from graph_service.graph.vocabulary import XSD_DATE, XSD_INTEGER
from graph_service.names.iri import THINGS

_HEAD = "#+"
_PATH = re.compile(r"[A-Za-z0-9._~/-]+")
_WORD = re.compile(r"[A-Za-z0-9-]+")
_SLOT = r"VALUES\s+\?{name}\s*\{{(?P<default>[^{{}}]*)\}}"


class ParameterType(StrEnum):
    """What a parameter stands for, and so how its words become a term."""

    THING = "thing"
    BODY = "body"
    CONFERENCE = "conference"
    CLAUSE = "clause"
    DATE = "date"
    INTEGER = "integer"
    LANGUAGE = "language"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter: what it stands for, an example, and whether it may be left out."""

    name: str
    type: ParameterType
    example: str
    about: str
    is_optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of the answer and what it holds."""

    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """One question: its name, what it answers, its parameters and columns, and the query as it stands in its file."""

    name: str
    summary: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str

    def bind(self, values: Mapping[str, str], resolve: Callable[[str], str] | None = None) -> str:
        """Return the query with values bound; ``resolve`` makes a path or IRI of what people write for a thing.

        Raise bad-request for a parameter that is not known, is missing, or whose value does not fit its type.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                raise self._bad(f"it has no parameter {name}", f"use {', '.join(known) or 'none'}")
        bound = self.text
        for parameter in self.parameters:
            if value := values.get(parameter.name, ""):
                bound = _bound(bound, parameter.name, self._term(parameter, value, resolve))
            elif not parameter.is_optional:
                raise self._bad(f"the parameter {parameter.name} is missing", f"for example {parameter.example}")
        return bound

    def example(self) -> dict[str, str]:
        """Return the example values of the parameters that must be given."""
        return {one.name: one.example for one in self.parameters if not one.is_optional}

    def _term(self, parameter: Parameter, value: str, resolve: Callable[[str], str] | None) -> NamedNode | Literal:
        try:
            return term_for(parameter.type, value, resolve)
        except ValueError as error:
            what = f"{value[:80]!r} is no {parameter.type} for {parameter.name}"
            raise self._bad(what, f"for example {parameter.example}") from error

    def _bad(self, what: str, hint: str) -> ProblemError:
        return problem(Code.BAD_REQUEST, what, where=f"query {self.name}", hint=hint)


def term_for(kind: ParameterType, value: str, resolve: Callable[[str], str] | None = None) -> NamedNode | Literal:
    """Return the term of a value. Raise ValueError where it does not fit the type."""
    match kind:
        case ParameterType.THING:
            return _thing(resolve(value) if resolve else value)
        case ParameterType.BODY | ParameterType.CONFERENCE:
            if value.startswith(("http://", "https://")):
                return NamedNode(value)
            name = _fitting(_WORD, value)
            return iris.body(name) if kind is ParameterType.BODY else iris.conference(name)
        case _:
            return _LITERALS[kind](value)


def _thing(value: str) -> NamedNode:
    if value.startswith(("http://", "https://")):
        return NamedNode(value)
    return NamedNode(THINGS + _fitting(_PATH, value.removeprefix("/").removeprefix("id/")))


def _fitting(pattern: re.Pattern[str], value: str) -> str:
    if not pattern.fullmatch(value):
        raise ValueError(f"{value!r} has characters that no such name has")
    return value


_LITERALS: Mapping[ParameterType, Callable[[str], Literal]] = {
    ParameterType.CLAUSE: lambda value: Literal(_fitting(_WORD, value)),
    ParameterType.LANGUAGE: lambda value: Literal(_fitting(_WORD, value)),
    ParameterType.TEXT: Literal,
    ParameterType.DATE: lambda value: Literal(date.fromisoformat(value).isoformat(), datatype=XSD_DATE),
    ParameterType.INTEGER: lambda value: Literal(str(int(value)), datatype=XSD_INTEGER),
}


def _bound(text: str, name: str, term: NamedNode | Literal) -> str:
    slot = re.compile(_SLOT.format(name=name))
    return slot.sub(lambda _: f"VALUES ?{name} {{ {term} }}", text, count=1)


def load_queries(folder: Path) -> Mapping[str, NamedQuery]:
    """Return the queries of a folder by name, in order. Raise bad-data for a file whose header is not usable."""
    return {path.stem: _read(path) for path in sorted(folder.glob("*.rq"))}


def _read(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    head = "\n".join(line.removeprefix(_HEAD)[1:] for line in text.splitlines() if line.startswith(_HEAD))
    try:
        found: dict[str, Any] = yaml.safe_load(head)
        parameters = tuple(_parameter(name, row) for name, row in (found.get("params") or {}).items())
        columns = tuple(Column(name=str(name), about=str(about)) for name, about in found["columns"].items())
        summary = str(found["summary"])
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as error:
        what = f"its header cannot be used: {error}"
        raise problem(Code.BAD_DATA, what, where=path.name, hint="give summary, params and columns") from error
    for parameter in parameters:
        if len(re.findall(_SLOT.format(name=parameter.name), text)) != 1:
            what = f"the parameter {parameter.name} is not used once as VALUES ?{parameter.name} {{ ... }}"
            raise problem(Code.BAD_DATA, what, where=path.name, hint="give it a VALUES of its own")
    return NamedQuery(name=path.stem, summary=summary, parameters=parameters, columns=columns, text=text)


def _parameter(name: str, row: Mapping[str, Any]) -> Parameter:
    return Parameter(
        name=name, type=ParameterType(row["type"]), example=str(row["example"]), about=str(row["about"]),
        is_optional=bool(row.get("optional", False)),
    )  # fmt: skip
