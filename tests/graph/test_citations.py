"""Citing texts come back from a store as they went in, but for what is no citation."""

from dataclasses import replace

import pytest

from graph_service.citing.mention import CitingText
from graph_service.graph.citations import stored_texts
from graph_service.graph.engine import Engine
from tests.graph.composed import ADOPTED, FRENCH, LIST, OTHER, PROPOSAL


def cited(text: CitingText) -> CitingText:
    return replace(text, mentions=tuple(one for one in text.mentions if not one.is_self and not one.is_struck))


@pytest.mark.parametrize("text", [ADOPTED, OTHER, FRENCH, LIST], ids=lambda text: f"{text.doc}-{text.lang}")
def test_an_adopted_text_comes_back_as_it_went_in(text: CitingText, filled: Engine) -> None:
    back = {(one.source, one.doc): one for one in stored_texts(filled)}[text.source, text.doc]
    assert replace(back, mentions=()) == replace(text, mentions=())
    assert sorted(map(repr, back.mentions)) == sorted(map(repr, cited(text).mentions))


def test_proposals_are_asked_for_apart(filled: Engine) -> None:
    assert [one.source for one in stored_texts(filled, proposals=True)] == [PROPOSAL.source]
    assert PROPOSAL.source not in {one.source for one in stored_texts(filled)}


def test_mentions_come_in_the_order_of_their_reading(filled: Engine) -> None:
    back = next(one for one in stored_texts(filled) if one.source == ADOPTED.source and one.doc == "res-197")
    assert [one.enumeration for one in back.mentions] == sorted(one.enumeration for one in back.mentions)
