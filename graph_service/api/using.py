"""The dataset that a request names for an update, written into its operations (SPARQL 1.1 Protocol, section 2.2.3)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph_service.api.protocol import Dataset
from graph_service.errors import Code, Problem

_TOKEN = re.compile(
    r"""
    (?P<skip>\s+|\#[^\n\r]*)
    | (?P<quoted><[^<>"{}|^`\\\x00-\x20]*>|\"{3}(?:\\.|"{0,2}[^"\\])*\"{3}|'{3}(?:\\.|'{0,2}[^'\\])*'{3}
        |"(?:\\.|[^"\\\n\r])*"|'(?:\\.|[^'\\\n\r])*')
    | (?P<word>[?$@]?[\w.-]*:?[\w.-]+)
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_IN_AN_IRI = re.compile(r"[^<>\"{}|^`\\\x00-\x20]+")


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    depth: int


def with_dataset(update: str, dataset: Dataset) -> str | Problem:
    """Return the update with the dataset in each of its patterns, or the problem where it names graphs itself."""
    tokens = tuple(_tokens(update))
    outer = [token for token in tokens if token.depth == 0]
    if any(token.text.upper() in {"USING", "WITH"} for token in outer):
        what = "graphs are named both in the parameters and by USING or WITH"
        return _problem(what, "name them in one place")
    wrong = [name for name in (*dataset.default, *dataset.named) if not _IN_AN_IRI.fullmatch(name)]
    if wrong:
        return _problem(f"{wrong[0]!r} is no IRI", "correct it")
    clause = "".join(
        [*(f"USING <{name}> " for name in dataset.default), *(f"USING NAMED <{name}> " for name in dataset.named)]
    )
    return _written(update, outer, clause)


def _written(update: str, outer: list[_Token], clause: str) -> str:
    """The clause before each WHERE; DELETE WHERE takes none and is written out (SPARQL 1.1 Update, 3.1.3.3)."""
    pieces, done = [], 0
    for place, word in enumerate(outer):
        if word.text.upper() != "WHERE":
            continue
        template = ""
        if place and outer[place - 1].text.upper() == "DELETE":
            template = _group(update, outer[place + 1 :]) + " "
        pieces += [update[done : word.start], template, clause, word.text]
        done = word.end
    return "".join([*pieces, update[done:]])


def _group(update: str, following: list[_Token]) -> str:
    """The text from the brace that comes next to the one that closes it."""
    ends = (sign.end for sign in following[1:] if sign.text == "}")
    return update[following[0].start : next(ends, len(update))] if following else ""


def _tokens(text: str) -> Iterator[_Token]:
    """Yield the tokens with the depth of braces around them; a brace itself has the depth outside it."""
    depth = 0
    for found in _TOKEN.finditer(text):
        if found.lastgroup == "skip":
            continue
        sign = found[0]
        depth -= sign == "}"
        yield _Token(sign, found.start(), found.end(), depth)
        depth += sign == "{"


def _problem(what: str, hint: str) -> Problem:
    return Problem(code=Code.BAD_REQUEST, what=what, where="the update", hint=hint)
