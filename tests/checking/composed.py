"""Citing texts made by hand for the tests of this room: what the room takes, without reading and citing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from graph_service.citing.mention import CitingText, Mention, Stretch, TextStatus
from graph_service.names.edition import Edition
from graph_service.names.instrument import Instrument
from graph_service.names.iri import parse, parse_instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker
from graph_service.reading.document import Comment, Head
from graph_service.register.edition_fact import Act, EditionFact
from graph_service.register.fact import Evidence, Grade, Status
from graph_service.register.register import Register
from graph_service.register.resolving import edition_for

PRINTED = re.compile(r"[(（][^()（）]*\d[^()（）]*[)）]")


def instrument(path: str) -> Instrument:
    named = parse(path)
    return named.instrument if isinstance(named, Edition) else named


def marker(said: Mapping[str, Any] | None) -> Marker:
    return Marker(**said) if said else Marker()


def mention(register: Register, words: str, names: str, *, at: int = 0, **said: Any) -> Mention:
    """A mention of what ``names`` is the path of; ``marker`` is a mapping, its printed form the last bracket."""
    cited = parse_instrument(names)
    printed = said.pop("printed", None) or next(reversed(PRINTED.findall(words)), None)
    edition_marker = marker(said.pop("marker", None))
    place = words.rfind(printed) if printed and not edition_marker.is_empty else -1
    number = said.pop("number", cited.number)
    number_at = words.find(number)
    body_words = said.pop("body_words", None)
    body_at = words.find(body_words) if body_words else -1
    own = said.pop("own_marker", True)
    values: dict[str, Any] = {
        "doc": "text",
        "locator": "1",
        "clause": "recalls",
        "lang": "en",
        "body": cited.body,
        "is_self": False,
        "sentence_at": Stretch(start=0, end=10_000),
        "enumeration": 1,
    }
    values |= said
    values.setdefault("part", f"{values['clause']}.{values['locator']}")
    values["status"] = TextStatus(values.get("status", "current"))
    return Mention(
        text=words,
        start=at,
        end=at + len(words),
        kind=cited.kind,
        number=number,
        marker=edition_marker,
        instrument=cited,
        edition=None if cited.kind is Kind.PROGRAMME else edition_for(register, cited, edition_marker),
        printed_marker=printed if not edition_marker.is_empty else None,
        marker_at=Stretch(start=at + place, end=at + place + len(printed)) if own and place >= 0 else None,
        number_at=Stretch(start=at + number_at, end=at + number_at + len(number)) if number_at >= 0 else None,
        body_at=Stretch(start=at + body_at, end=at + body_at + len(body_words)) if body_at >= 0 else None,
        **values,
    )


def head(said: Mapping[str, Any]) -> Head:
    """What a text is: ``is`` the path of its instrument, ``by`` the conference, ``draft`` the one addressed or None."""
    conference = said.get("draft") or said.get("by")
    return Head(
        instrument=instrument(said["is"]) if "is" in said else None,
        marker=marker(said.get("marker")),
        conference=conference,
        dated=date.fromisoformat(said["dated"]) if "dated" in said else None,
        is_draft="draft" in said,
        formula=said.get("formula"),
        operation=said.get("operation"),
        suppresses=said.get("operation") == "SUP",
    )


def text(register: Register, said: Mapping[str, Any], cites: Iterable[Mapping[str, Any]], **more: Any) -> CitingText:
    lang = said.get("lang", "en")
    mentions = []
    for index, cite in enumerate(cites):
        given = dict(cite)
        words, names = given.pop("words"), given.pop("names")
        mentions.append(mention(register, words, names, at=given.pop("at", 100 * index), **{"lang": lang, **given}))
    return CitingText(
        doc=said.get("doc", "text"),
        source="test",
        file=said.get("file", "text.txt"),
        format="text",
        lang=lang,
        sha256="0" * 64,
        head=head(said),
        mentions=tuple(replace(one, doc=said.get("doc", "text")) for one in mentions),
        **more,
    )


def fact(register: Register, said: str) -> EditionFact:
    """An edition that a test supposes: ``itu-t/rec/Y.4000/2016-07 adopted 2016-07-22``, with a status if not attested."""
    path, act, day, *rest = said.split()
    named = parse(path)
    assert isinstance(named, Edition)
    days = date.fromisoformat(day) if day != "-" else None
    conference = register.conference(named.key)
    place = conference.place if conference else None
    return EditionFact(
        edition=named,
        conference=conference.id if conference else None,
        act=Act(act),
        marker=Marker(place=place, year=days.year if days else None, revised=act == "revised"),
        earliest=days,
        latest=days,
        titles=(),
        evidence=Evidence(source="a test", grade=Grade.OTHER, status=Status(rest[0] if rest else "attested")),
    )


def comment(words: str, *, start: int = 0, end: int = 1, locator: str = "1", author: str = "A. Editor") -> Comment:
    return Comment(text=words, locator=locator, start=start, end=end, author=author)
