"""What follows from the editions of an instrument is what the update of the graph derives, amendments apart."""

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph_service.graph import iris
from graph_service.graph.derived import derive_update
from graph_service.graph.engine import open_engine
from graph_service.graph.importing.following import Text, following_change, of_line
from graph_service.graph.importing.terms import AMENDS
from graph_service.graph.vocabulary import (
    CLOSES,
    EARLIEST,
    EDITION_CLASS,
    EDITION_OF,
    FOLLOWED_BY,
    LATEST,
    LATEST_EDITION,
    MARKER_CONFERENCE,
    REVISED_AT,
    REVISES,
    STATUS,
    SUPERSEDES,
    TYPE,
    XSD_DATE,
)  # fmt: skip

WORK = NamedNode("https://w3id.org/itu-xref/id/pp/res/9001")
CONFERENCE = iris.conference("pp-98")


def node(key):
    return NamedNode(f"{WORK.value}/{key}")


def text(key, first, last, *, known=True, revision=False):
    return Text(node=node(key), earliest=first, latest=last, is_known=known, is_revision=revision)


def test_the_next_edition_follows_and_the_newest_is_the_latest():
    found = set(
        of_line(
            WORK,
            [
                text("c", "2010-01-01", "2010-01-31"),
                text("a", "1990-01-01", "1990-12-31"),
                text("b", "2000-01-01", "2000-01-01"),
            ],
        )
    )
    assert found == {
        (node("a"), FOLLOWED_BY, node("b")),
        (node("b"), FOLLOWED_BY, node("c")),
        (WORK, LATEST_EDITION, node("c")),
    }


def test_a_revision_revises_and_supersedes():
    found = set(
        of_line(WORK, [text("a", "1990-01-01", "1990-12-31"), text("b", "2000-01-01", "2000-01-01", revision=True)])
    )
    assert {(node("b"), REVISES, node("a")), (node("b"), SUPERSEDES, node("a"))} <= found


def test_days_that_overlap_or_are_not_known_tell_nothing():
    found = set(
        of_line(
            WORK,
            [text("a", "2000-01-01", "2000-12-31"), text("b", "2000-06-01", "2000-06-30"), text("c", "", "2005-01-01")],
        )
    )
    assert not [triple for triple in found if triple[1] == FOLLOWED_BY]


def test_what_is_not_attested_follows_nothing():
    found = set(
        of_line(WORK, [text("a", "1990-01-01", "1990-12-31"), text("b", "2000-01-01", "2000-01-01", known=False)])
    )
    assert found == {(WORK, LATEST_EDITION, node("a"))}


@pytest.fixture
def engine():
    engine = open_engine(None)
    engine.insert(_quads())
    yield engine
    engine.close()


def _quads():
    days = {
        "pp-89": ("1989-06-30", "attested"),
        "pp-94": ("1994-10-14", "inferred"),
        "pp-02": ("2002-10-18", "unverified"),
    }
    for key, (day, status) in days.items():
        yield from _edition(key, day, status)
    yield Quad(node("pp-94"), REVISED_AT, iris.conference("pp-94"))
    yield Quad(node("pp-98"), EDITION_OF, WORK)
    yield Quad(node("pp-98"), MARKER_CONFERENCE, CONFERENCE)
    yield Quad(CONFERENCE, CLOSES, Literal("1998-11-06", datatype=XSD_DATE))


def _edition(key, day, status):
    yield Quad(node(key), TYPE, EDITION_CLASS)
    yield Quad(node(key), EDITION_OF, WORK)
    yield Quad(node(key), STATUS, Literal(status))
    for predicate in (EARLIEST, LATEST):
        yield Quad(node(key), predicate, Literal(day, datatype=XSD_DATE))


def apply(engine, change):
    for quad in change.removed:
        engine.store.remove(quad)
    engine.store.extend(change.added)


@pytest.mark.parametrize("nodes", [None, [WORK.value], [node("pp-94").value]], ids=["all", "instrument", "edition"])
def test_it_is_what_the_update_derives(engine, nodes):
    apply(engine, following_change(engine.store, nodes))
    walked = set(engine.dump())
    engine.update(derive_update())
    assert set(engine.dump()) == walked
    again = following_change(engine.store, nodes)
    assert (again.removed, again.added) == ((), ())


def test_an_amendment_is_not_the_next_edition(engine):
    engine.insert(
        [*_edition("pp-94/amd-1", "1996-01-01", "attested"), Quad(node("pp-94/amd-1"), AMENDS, node("pp-94"))]
    )
    apply(engine, following_change(engine.store))
    assert not list(engine.store.quads_for_pattern(None, FOLLOWED_BY, node("pp-94/amd-1"), None))


def test_what_followed_from_an_edition_that_is_gone_goes(engine):
    apply(engine, following_change(engine.store))
    for quad in list(engine.store.quads_for_pattern(node("pp-94"), None, None, DefaultGraph())):
        if quad.predicate != FOLLOWED_BY:
            engine.store.remove(quad)
    apply(engine, following_change(engine.store, [WORK.value, node("pp-94").value]))
    assert not list(engine.store.quads_for_pattern(None, FOLLOWED_BY, node("pp-94"), None))
    assert not list(engine.store.quads_for_pattern(node("pp-94"), FOLLOWED_BY, None, None))
