"""A store is built whole or not at all, and the same from the same data."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph_service.citing.stored import read_citations
from graph_service.errors import Code, ProblemError
from graph_service.graph import build as building
from graph_service.graph.build import RunData, build, count, fill, ontology_quads
from graph_service.graph.engine import open_engine
from graph_service.graph.iris import RUN_GRAPHS
from graph_service.graph.nquads import sorted_lines
from graph_service.register.register import Register
from graph_service.share import share_folder
from tests.graph.composed import TEXTS
from tests.graph.conftest import ONTOLOGY

RUN = RunData(id="run-1", at=datetime(2026, 11, 24, tzinfo=UTC))


def dumped(folder: Path) -> list[str]:
    engine = open_engine(folder, read_only=True)
    lines = sorted_lines(engine.dump())
    engine.close()
    return lines


def test_the_same_data_give_the_same_graph_in_any_order(small: Register, tmp_path: Path) -> None:
    one = build(small, TEXTS, tmp_path / "one", ontology=ONTOLOGY)
    other = build(small, reversed(TEXTS), tmp_path / "other", ontology=ONTOLOGY)
    assert one == other
    assert dumped(tmp_path / "one") == dumped(tmp_path / "other")


def test_only_the_graph_of_the_run_tells_one_build_from_another(small: Register, tmp_path: Path) -> None:
    build(small, TEXTS, tmp_path / "one", ontology=ONTOLOGY)
    build(small, TEXTS, tmp_path / "other", ontology=ONTOLOGY, run=RUN)
    more = set(dumped(tmp_path / "other")) - set(dumped(tmp_path / "one"))
    assert more
    assert all(f"<{RUN_GRAPHS}run-1>" in line for line in more)


def test_there_is_no_blank_node(small: Register, tmp_path: Path) -> None:
    build(small, TEXTS, tmp_path / "store", ontology=ONTOLOGY)
    assert not [line for line in dumped(tmp_path / "store") if line.startswith("_:") or " _:" in line.split('"')[0]]


def test_the_counts_are_those_of_the_store(small: Register, tmp_path: Path) -> None:
    counts = build(small, TEXTS, tmp_path / "store", ontology=ONTOLOGY)
    lines = dumped(tmp_path / "store")
    standing = [line for line in lines if "/graph/" not in line.rsplit(" ", 2)[1]]
    assert (counts.quads, counts.triples) == (len(lines), len(standing))
    assert (counts.citations, counts.mentions) == (12, 15)
    editions = [line for line in standing if line.endswith("#type> <https://w3id.org/itu-xref/ont#Edition> .")]
    assert counts.editions == len(editions)


def test_a_new_store_takes_the_place_of_the_old_one(small: Register, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build(small, TEXTS, store, ontology=ONTOLOGY)
    build(small, (), store, ontology=ONTOLOGY)
    engine = open_engine(store)
    assert count(engine).citations == 0
    engine.close()
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_a_build_that_fails_leaves_the_old_store(
    small: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    build(small, TEXTS, store, ontology=ONTOLOGY)
    before = dumped(store)
    monkeypatch.setattr(building, "derive_update", lambda: "this is no update")
    with pytest.raises(ProblemError):
        build(small, (), store, ontology=ONTOLOGY)
    assert dumped(store) == before
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_a_folder_of_other_things_is_not_replaced(small: Register, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(ProblemError) as raised:
        build(small, (), tmp_path, ontology=ONTOLOGY)
    assert raised.value.problem.code is Code.REFUSED
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_the_shipped_citations_are_in_the_shipped_graph(register: Register) -> None:
    texts = read_citations(share_folder() / "data")
    adopted = [text for text in texts if not text.head.is_draft]
    engine = open_engine(None)
    counts = fill(engine, register, texts, ontology=ONTOLOGY)
    cited = sum(not one.is_self and not one.is_struck for text in adopted for one in text.mentions)
    assert counts.mentions == counts.citations == cited > 0
    held = engine.select("SELECT DISTINCT ?t { ?t <https://w3id.org/itu-xref/ont#textOf> ?e }")
    assert len(held) == len(adopted)
    engine.close()


def test_the_vocabulary_has_a_graph_of_its_own() -> None:
    assert {str(quad.graph_name) for quad in ontology_quads(ONTOLOGY)} == {
        "<https://w3id.org/itu-xref/id/graph/ontology>"
    }
