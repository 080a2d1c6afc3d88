"""Each seeded fault is found by its shape and by no other, by both validators; the examples conform."""

import io
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import pytest
from pyoxigraph import DefaultGraph, RdfFormat, Store
from rdflib import RDF, SH, Graph, URIRef

from graph_service.graph import fast_validator
from graph_service.graph.validation_result import ValidationResult
from graph_service.share import share_folder
from tests.graph.faults import FAULTS, HEAD, NEW, OLD

ONTOLOGY = share_folder() / "ontology"
SHAPES = ONTOLOGY / "shapes.ttl"
SHAPE = "https://w3id.org/itu-xref/shapes#"
NOWHERE = "http://example.org/"


def examples() -> Store:
    store = Store()
    for file in (*sorted((ONTOLOGY / "examples").glob("*.ttl")), ONTOLOGY / "clauses.ttl"):
        store.load(path=file, format=RdfFormat.TURTLE)
    return store


def by_reference(data: bytes) -> list[ValidationResult]:
    """Run in the process of the pool, since pySHACL patches rdflib for its whole process."""
    from graph_service.graph import reference_validator

    return reference_validator.results_of(SHAPES, io.BytesIO(data))


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPoolExecutor]:
    with ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("spawn")) as opened:
        yield opened


def results(pool: ProcessPoolExecutor, store: Store, more: str = "") -> list[ValidationResult]:
    """What both validators report of a store, and of N-Triples beside it: the same row by row."""
    data = store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()) + more.encode()
    found = fast_validator.results_of(SHAPES, io.BytesIO(data))
    assert found == pool.submit(by_reference, data).result()
    return found


def test_the_examples_conform(pool: ProcessPoolExecutor) -> None:
    assert results(pool, examples()) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_by_exactly_its_shape(fault: str, pool: ProcessPoolExecutor) -> None:
    shape, update = FAULTS[fault]
    store = examples()
    before = len(store)
    store.update(update)
    found = results(pool, store)
    assert {result.shape for result in found} == {shape}, (before, len(store), found)


def test_many_faults_at_once_are_told_alike(pool: ProcessPoolExecutor) -> None:
    store = examples()
    for _, update in FAULTS.values():
        store.update(update)
    assert len({result.shape for result in results(pool, store)}) > len(FAULTS) / 3


def test_a_thing_that_has_not_the_iri_of_its_kind_is_found(pool: ProcessPoolExecutor) -> None:
    shapes = Graph().parse(SHAPES)
    kinds = {
        str(shape).removeprefix(SHAPE): target
        for shape, target in shapes.subject_objects(SH.targetClass)
        if (shape, SH.pattern, None) in shapes
    }
    store = examples()
    for name, target in kinds.items():
        store.update(f"INSERT DATA {{ <{NOWHERE}{name}> a <{target}> . _:blank a <{target}> }}")
    found = results(pool, store)
    assert {(name, f"{NOWHERE}{name}") for name in kinds} <= {(result.shape, result.node) for result in found}
    assert set(kinds) <= {result.shape for result in found if not result.node}


def test_an_amendment_or_part_of_the_same_day_stands_in_no_line_of_time(pool: ProcessPoolExecutor) -> None:
    update = (
        f'INSERT {{ <{NOWHERE}x> itu:editionOf ?work ; itu:status "attested" ; itu:earliest ?day ; itu:latest ?day }}'
        f" WHERE {{ {OLD} itu:editionOf ?work ; itu:latest ?day }}"
    )
    for said, shapes in (
        (f"itu:amends {OLD}", set()),
        (f"itu:partOf {OLD}", set()),
        (f"itu:row {NEW}", {"OneLineOfTime"}),
    ):
        store = examples()
        store.update(f"{HEAD} {update} ; INSERT DATA {{ <{NOWHERE}x> {said} }}")
        assert {result.shape for result in results(pool, store)} == shapes, said


def test_values_are_told_as_they_are_written(pool: ProcessPoolExecutor) -> None:
    status, marker = "<https://w3id.org/itu-xref/ont#status>", "<https://w3id.org/itu-xref/ont#marker>"
    values = {
        r'"a \"word\"\n\\\\ \u00e9\u0001"': 'a "word"\n\\\\ é\x01',
        '"007"^^<http://www.w3.org/2001/XMLSchema#integer>': "007",
        '"x"@en-GB': "x",
        f"<{NOWHERE}y>": f"{NOWHERE}y",
        "_:blank": "",
    }
    lines = [f"{OLD} {status} {value} ." for value in values] + [f'{OLD} {marker} "(Rev. \\"Kigali\\", 2014)" .']
    found = results(pool, examples(), "\n".join(lines) + "\n")
    assert set(values.values()) <= {result.value for result in found if result.shape == "Edition-status"}
    assert any('(Rev. "Kigali", 2014)' in result.message for result in found)


def test_each_result_names_the_node_and_says_what_to_do(pool: ProcessPoolExecutor) -> None:
    store = examples()
    store.update(FAULTS["an edge without citation"][1])
    (result,) = results(pool, store)
    assert result.node.endswith("pp/res/197/pp-18")
    assert result.severity == "violation"
    assert "pp/res/64/pp-18" in result.message
    assert "state the citation" in result.message


def test_a_rule_that_cannot_be_run_is_told(tmp_path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(SHAPES.read_text(encoding="utf-8").replace("FILTER (?edge != ?other)", "FILTER (?edge !="))
    with pytest.raises(ValueError, match="EdgeOfClause> cannot be run"):
        fast_validator.results_of(shapes, io.BytesIO(b""))


def test_each_rule_over_pairs_has_a_seeded_fault() -> None:
    shapes = Graph().parse(SHAPES)
    rules = {str(shape).removeprefix(SHAPE) for shape in shapes.subjects(SH.targetNode)}
    assert rules <= {shape for shape, _ in FAULTS.values()}


def test_every_class_of_the_vocabulary_that_is_used_has_a_shape() -> None:
    shapes = Graph().parse(SHAPES)
    targets = {str(target) for target in shapes.objects(None, SH.targetClass)}
    classes = {
        str(kind)
        for file in (ONTOLOGY / "examples").glob("*.ttl")
        for kind in Graph().parse(file).objects(None, RDF.type)
        if str(kind).startswith("https://w3id.org/itu-xref/ont#")
    }
    assert {kind.rpartition("#")[2] for kind in classes - targets} == {"Sector", "Plan"}


def test_every_message_of_a_shape_is_english_and_a_sentence() -> None:
    shapes = Graph().parse(SHAPES)
    for shape, message in shapes.subject_objects(SH.message):
        assert message.language == "en"
        assert str(message).endswith("."), shape


def test_what_a_shape_names_is_a_term_of_the_vocabulary() -> None:
    declared = {str(term) for term in Graph().parse(ONTOLOGY / "itu.ttl").subjects()}
    for term in Graph().parse(SHAPES).all_nodes():
        if isinstance(term, URIRef) and term.startswith("https://w3id.org/itu-xref/ont#"):
            assert str(term) in declared
