"""What triples do not say of a mention or a text comes back from JSON as it was."""

import json
from dataclasses import fields, replace

import pytest

from graph_service.citing.mention import Beside, Mention, Stretch
from graph_service.graph.text_json import details_from, details_of, head_from, head_of
from graph_service.names.marker import Marker
from graph_service.reading.document import Head, PrintedMarker
from tests.graph.composed import ADOPTED, ITEMS, LIST, PROPOSAL

FULL = replace(
    ITEMS[1], body_at=Stretch(start=1, end=2), sentence_at=Stretch(start=0, end=90), title_at=Stretch(start=5, end=9),
    inside_title_of="pp/res/2", range="118-120", bare=True, garbled=True, edition_from="the list",
    body_from="the list", article="Art. 21", conference_beside=True, title_is_open=True,
    beside=Beside(text=" (Dubai, 2014)", marker=Marker(place="Dubai", year=2014), at=Stretch(start=9, end=23)),
    struck=(Stretch(start=3, end=4), Stretch(start=6, end=8)),
)  # fmt: skip


@pytest.mark.parametrize("mention", [*ITEMS, FULL])
def test_the_details_of_a_mention_come_back(mention: Mention) -> None:
    back = details_from(details_of(mention).value)
    assert {name: getattr(mention, name) for name in back} == back
    assert replace(mention, **back) == mention


@pytest.mark.parametrize("head", [ADOPTED.head, PROPOSAL.head, LIST.head, Head()])
def test_a_head_comes_back(head: Head) -> None:
    assert head_from(head_of(head).value) == head


def test_defaults_are_left_out() -> None:
    assert "bare" not in details_of(ITEMS[1]).value
    assert head_of(Head()).value == "{}"


BY_TRIPLES = {
    "doc", "locator", "clause", "part", "lang", "text", "start", "end", "kind", "instrument", "edition", "is_self",
    "status", "certainty", "printed_marker", "quoted_title", "cited_part", "looking_back", "binding",
}  # fmt: skip


def test_every_field_of_a_mention_is_kept_by_triples_or_by_the_details() -> None:
    in_details = set(json.loads(details_of(FULL).value))
    assert {field.name for field in fields(Mention)} == BY_TRIPLES | in_details


def test_a_marker_of_the_enacting_formula_comes_back() -> None:
    formula = PrintedMarker(
        text="(Rev. Dubai, 2018)", marker=ADOPTED.head.marker or Marker(), locator="3", start=4, end=22
    )
    head = replace(ADOPTED.head, formula=formula)
    assert head_from(head_of(head).value) == head
