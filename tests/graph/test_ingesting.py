"""Texts go in and out of a store: what follows from them stands at once, and nothing else is touched."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from graph_service.citing.mention import CitingText
from graph_service.errors import Code, ProblemError
from graph_service.graph.build import RunData, fill
from graph_service.graph.embedded import EmbeddedEngine
from graph_service.graph.engine import Engine, open_engine
from graph_service.graph.ingesting import Outcome, ingest, withdraw
from graph_service.graph.lines import added_lines
from graph_service.graph.nquads import sorted_lines
from graph_service.names.iri import THINGS
from graph_service.names.marker import Marker
from graph_service.register.edition_fact import Act
from graph_service.register.register import Register
from tests.graph.composed import ADOPTED, FRENCH, OTHER, PROPOSAL, TEXTS, edition, resolution
from tests.graph.conftest import ONTOLOGY

PREFIX = "PREFIX itu: <https://w3id.org/itu-xref/ont#>"
BUCHAREST = Marker(place="Bucharest", year=2022, revised=True)


@pytest.fixture
def store(small: Register) -> Iterator[Engine]:
    engine = open_engine(None)
    fill(engine, small, TEXTS, ontology=ONTOLOGY)
    yield engine
    engine.close()


def newer(number: str, *, suppresses: bool = False) -> CitingText:
    """A text of PP-22 on an instrument of which the composed texts cite an older edition."""
    head = replace(
        ADOPTED.head, instrument=resolution("PP", number), marker=BUCHAREST, conference="pp-22", dated=None,
        title=None, suppresses=suppresses,
    )  # fmt: skip
    return replace(OTHER, doc=f"res-{number}", source="composed-22.docx", file="composed-22.docx", head=head)


def lines(engine: Engine) -> list[str]:
    return sorted_lines(engine.dump())


def ask(engine: Engine, pattern: str) -> bool:
    return engine.ask(f"{PREFIX} ASK {{ {pattern} }}")


def node(path: str) -> str:
    return f"<{THINGS}{path}>"


def test_ingesting_gives_what_building_from_all_gives(small: Register) -> None:
    whole, grown = open_engine(None), open_engine(None)
    fill(whole, small, TEXTS, ontology=ONTOLOGY)
    fill(grown, small, (), ontology=ONTOLOGY)
    for texts in ((ADOPTED, OTHER), (FRENCH,), TEXTS[4:]):
        ingest(grown, small, texts)
    ingest(grown, small, (PROPOSAL,), proposal=True)
    assert lines(grown) == lines(whole)


def test_withdrawing_takes_back_what_was_ingested(store: Engine, small: Register) -> None:
    before = lines(store)
    ingest(store, small, (newer("41"),))
    assert lines(store) != before
    assert withdraw(store, "composed-22.docx") > 0
    assert lines(store) == before


def test_withdrawing_leaves_what_another_source_says_too(store: Engine) -> None:
    edge = f"{node('pp/res/197/pp-18')} itu:recalls {node('pp/res/64/pp-14')}"
    withdraw(store, ADOPTED.source)
    assert ask(store, edge)
    withdraw(store, FRENCH.source)
    assert not ask(store, edge)


def test_a_newer_edition_follows_the_older_one(store: Engine, small: Register) -> None:
    done = ingest(store, small, (newer("41"),))
    assert done.editions == (f"{THINGS}pp/res/41/pp-22",)
    assert ask(store, f"{node('pp/res/41/pp-18')} itu:followedBy {node('pp/res/41/pp-22')}")
    assert ask(store, f"{node('pp/res/41/pp-22')} itu:revises {node('pp/res/41/pp-18')}")
    assert ask(store, f"{node('pp/res/41')} itu:latestEdition {node('pp/res/41/pp-22')}")
    assert not ask(store, f"{node('pp/res/41')} itu:latestEdition {node('pp/res/41/pp-18')}")


def test_a_suppression_ends_the_instrument_and_makes_no_text(store: Engine, small: Register) -> None:
    ingest(store, small, (newer("41", suppresses=True),))
    assert ask(store, f"{node('pp/res/41')} itu:suppressedAt {node('conf/pp-22')}")
    assert ask(store, f"{node('pp/res/41/pp-18')} itu:suppressedAt {node('conf/pp-22')}")
    assert not ask(store, f"{node('pp/res/41/pp-22')} a itu:Edition")
    acts = {fact.edition: fact.act for fact in added_lines(store)}
    assert acts[edition("PP", "41", "pp-22")] is Act.ABROGATED


def test_a_cited_edition_is_unresolved_until_a_text_attests_it(store: Engine, small: Register) -> None:
    cited = replace(ADOPTED.mentions[1], instrument=resolution("PP", "997"), edition=edition("PP", "997", "pp-22"))
    ingest(store, small, (replace(newer("998"), source="one.docx", mentions=(cited,)),))
    assert ask(store, f"{node('pp/res/997/pp-22')} a itu:UnresolvedEdition")
    ingest(store, small, (newer("997"),))
    assert not ask(store, f"{node('pp/res/997/pp-22')} a itu:UnresolvedEdition")
    assert ask(store, f"{node('pp/res/997/pp-22')} a itu:Edition")


def test_a_text_attests_what_was_unverified_and_its_withdrawal_brings_that_back(store: Engine, small: Register) -> None:
    unverified = next(
        fact for fact in small.facts
        if fact.evidence.status == "unverified" and fact.edition.key == "pp-22" and fact.act is Act.REVISED
    )  # fmt: skip
    path = f"pp/res/{unverified.edition.instrument.number}/pp-22"
    assert ask(store, f"{node(path)} itu:status 'unverified'")
    ingest(store, small, (newer(unverified.edition.instrument.number),))
    assert ask(
        store, f"{node(path)} itu:status 'attested' FILTER NOT EXISTS {{ {node(path)} itu:status 'unverified' }}"
    )
    withdraw(store, "composed-22.docx")
    assert ask(store, f"{node(path)} itu:status 'unverified'")


def test_the_same_file_again_changes_nothing(store: Engine, small: Register) -> None:
    before = lines(store)
    assert ingest(store, small, (ADOPTED, OTHER)).outcome is Outcome.UNCHANGED
    assert lines(store) == before


def test_a_changed_file_takes_the_place_of_the_old_one(store: Engine, small: Register) -> None:
    changed = replace(ADOPTED, sha256="ef" * 32, mentions=ADOPTED.mentions[:2])
    assert ingest(store, small, (changed,)).outcome is Outcome.IMPORTED
    assert not ask(store, f"{node('pp/res/197/pp-18')} itu:citesWork {node('wtsa/res/99')}")
    assert not ask(store, f"?text itu:doc '{OTHER.doc}'")


def test_a_proposal_is_refused_unless_asked_for(store: Engine, small: Register) -> None:
    before = lines(store)
    with pytest.raises(ProblemError) as raised:
        ingest(store, small, (replace(PROPOSAL, sha256="12" * 32),))
    assert raised.value.problem.code is Code.REFUSED
    assert "proposal number" in raised.value.problem.what
    assert lines(store) == before


def test_a_proposal_changes_nothing_that_stands(store: Engine, small: Register) -> None:
    def standing() -> list[str]:
        return [line for line in lines(store) if "/graph/proposal/" not in line]

    before = standing()
    ingest(store, small, (replace(newer("41"), source="draft.docx"),), proposal=True)
    assert standing() == before
    assert ask(store, f"GRAPH ?g {{ {node('pp/res/41/proposal/res-41')} a itu:ProposedEdition }}")


def test_texts_of_several_files_or_of_none_are_refused(store: Engine, small: Register) -> None:
    for texts in ((), (ADOPTED, FRENCH)):
        with pytest.raises(ProblemError) as raised:
            ingest(store, small, texts)
        assert raised.value.problem.code is Code.BAD_REQUEST


def test_a_source_that_is_not_there_cannot_be_withdrawn(store: Engine) -> None:
    with pytest.raises(ProblemError) as raised:
        withdraw(store, "unheard-of.docx")
    assert raised.value.problem.code is Code.NOT_FOUND


def test_one_update_does_it_all(store: EmbeddedEngine, small: Register) -> None:
    class Counting(EmbeddedEngine):
        updates = 0

        def update(self, update: str) -> None:
            type(self).updates += 1
            super().update(update)

    engine = Counting(store.store, where="counted")
    ingest(engine, small, (newer("41"),))
    assert Counting.updates == 1


def test_a_run_leaves_its_time_in_a_graph_of_its_own(store: Engine, small: Register) -> None:
    run = RunData(id="run-7", at=datetime(2026, 11, 24, tzinfo=UTC))
    ingest(store, small, (newer("41"),), run=run)
    graph = node("graph/run/run-7")
    prov = "PREFIX prov: <http://www.w3.org/ns/prov#>"
    known = f"{prov} {PREFIX} ASK {{ GRAPH {graph} {{ ?reading prov:wasInformedBy ?run . ?run prov:startedAtTime ?at }} ?reading a itu:Reading }}"
    assert store.ask(known)
    assert not store.ask(f"{prov} ASK {{ ?run prov:startedAtTime ?at }}")
