"""Questions printed short: by the sign of all languages, Q6/15, Qs 3/2 and 5/2, or with one study group for a list."""

import re
from collections.abc import Iterator

from graph_service.citing.anchors import Anchor
from graph_service.citing.patterns import Words
from graph_service.citing.reference import Reference, make_reference
from graph_service.names.kind import Kind

_SIGN = re.compile(r"(?<![\w.\-/])Q(?:\.|s\s)?(?=\d)")
_OF_GROUP = re.compile(r"\s*(?P<number>\d{1,2})(?P<group>/\d{1,2})?(?![\w/]|\.\d)")
_BEHIND_COLON = re.compile(r"[^.;:\n]{3,80}:\s*(?=\d{1,2}/\d)")
_NUMBER = re.compile(r"\d{1,2}/\d{1,2}(?![\w/]|\.\d)")


def short_questions(text: str, words: Words, group: int) -> Iterator[Reference]:
    """Return the Questions of a text whose word is the sign alone, with the members of their lists."""
    for sign in _SIGN.finditer(text) if "Q" in text else ():
        number, start = _NUMBER.match(text, sign.end()), sign.start()
        while number:
            yield make_reference(
                kind=Kind.QUESTION, number=number[0], start=start, end=number.end(), number_start=number.start(),
                number_end=number.end(), group=group,
            )  # fmt: skip
            joined = words.join.match(text, number.end())
            number = _NUMBER.match(text, joined.end()) if joined else None
            start = number.start() if number else start
        group += 1


def questions_of_group(text: str, anchor: Anchor, words: Words, group: int) -> list[Reference]:
    """Return the Questions of a list whose last member alone has the study group: Questions 5, 6 and 8/15."""
    if anchor.kind is not Kind.QUESTION or not anchor.many:
        return []
    listed = _BEHIND_COLON.match(text, anchor.end)
    if listed:
        return _listed(text, words, group, listed.end())
    found, start, position = list[tuple[re.Match[str], int]](), anchor.start, anchor.end
    while number := _OF_GROUP.match(text, position):
        found.append((number, start if len(found) == 0 else number.start("number")))
        if number["group"]:
            return [
                make_reference(
                    kind=Kind.QUESTION, number=f"{one['number']}{number['group']}", start=begin, end=one.end(),
                    number_start=one.start("number"), number_end=one.end(), group=group,
                )
                for one, begin in found
            ]  # fmt: skip
        joined = words.join.match(text, number.end()) or words.range.match(text, number.end())
        if joined is None or not joined[0].strip():
            return []
        position = joined.end()
    return []


def _listed(text: str, words: Words, group: int, position: int) -> list[Reference]:
    """The Questions of a list behind a colon: Questions for Study Group 5: 1/5, 2/5."""
    found = list[Reference]()
    number = _NUMBER.match(text, position)
    while number:
        found.append(
            make_reference(
                kind=Kind.QUESTION, number=number[0], start=number.start(), end=number.end(),
                number_start=number.start(), number_end=number.end(), group=group,
            )
        )  # fmt: skip
        joined = words.join.match(text, number.end())
        number = _NUMBER.match(text, joined.end()) if joined else None
    return found
