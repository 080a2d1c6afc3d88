"""What an import says of editions: titles, days, force, relations; and nothing that the register says better."""

import dataclasses

import pytest

from graph_service.graph.build import build
from graph_service.graph.engine import open_engine
from graph_service.graph.importing.imported_lines import imported_lines
from graph_service.names.iri import edition_path
from tests.graph.composed import TEXTS
from tests.graph.conftest import ONTOLOGY
from tests.graph.importing.composed import LINE, folder_of
from tests.graph.importing.conftest import lines_of

ID = "https://w3id.org/itu-xref/id/"
SAID = [
    ("itu-t/rec/X.9001/2014-12", 'dct:title "Choses composées"@fr'),
    ("itu-t/rec/X.9001/2014-12", 'dct:identifier "ISO/IEC 99001"'),
    ("itu-t/rec/X.9001/2014-12", 'itu:publisherStatus "in force"'),
    ("itu-t/rec/X.9001/2010-03", 'itu:publisherStatus "superseded"'),
    ("itu-t/rec/X.9001/2010-03", "itu:studyGroup id:sector/itu-t/sg/17"),
    ("itu-t/rec/X.9001/2010-03", "rdfs:seeAlso <https://www.itu.int/rec/T-REC-X.9001-201003-S>"),
    ("itu-t/rec/X.9001/2010-03", 'itu:row "itu-t-x-9001-03-2010.yaml"'),
    ("itu-t/rec/X.9001/2010-03/amd-1", "itu:amends id:itu-t/rec/X.9001/2010-03"),
    ("itu-t/rec/X.9001/2010-03/amd-1", 'rdfs:label "ITU-T Recommendation X.9001 (2010) Amd. 1 (06/2012)"@en'),
    ("itu-t/rec/X.9001/2010-03/amd-1", 'itu:earliest "2012-06-15"^^xsd:date'),
    ("itu-t/rec/X.9002/2016-07", "owl:sameAs id:itu-t/rec/Y.9902/2016-07"),
    ("itu-t/rec/Y.9902/2016-07", "itu:editionOf id:itu-t/rec/Y.9902"),
    ("itu-t/rec/X.9003/2005-05", 'itu:publisherStatus "withdrawn"'),
    ("itu-t/rec/X.9001", "itu:series id:itu-t/series/X"),
    ("itu-t/suppl/X.901", "itu:supplements id:itu-t/series/X"),
    ("itu-t/suppl/X.901/2011-09", 'rdfs:label "ITU-T X Suppl. 901 (09/2011)"@en'),
    ("itu-r/rec/SM.9001/0", 'itu:marker "-0"'),
    ("itu-r/rec/SM.9001/0", 'itu:latest "2003-05-31"^^xsd:date'),
    ("itu-r/rec/SM.9001/0", 'dct:issued "2011-01"^^xsd:gYearMonth'),
    ("itu-r/rec/SM.9001/0", 'itu:publisherStatus "superseded"'),
    ("itu-r/q/901/5/2", 'rdfs:label "ITU-R Question 901-2/5"@en'),
    ("itu-r/q/901/5/2", "itu:studyGroup id:sector/itu-r/sg/5"),
    ("itu-r/rep/SM.9501/1", "itu:editionOf id:itu-r/rep/SM.9501"),
    ("itu-r/hdb/91/2005", "rdf:type itu:Edition"),
    ("ra/res/66/ra-19", "itu:adoptedAt id:conf/ra-19"),
]
PREFIXES = {
    "dct:": "http://purl.org/dc/terms/", "itu:": "https://w3id.org/itu-xref/ont#", "owl:": "http://www.w3.org/2002/07/owl#",
    "rdf:": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs:": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd:": "http://www.w3.org/2001/XMLSchema#", "id:": ID,
}  # fmt: skip


def whole(words: str) -> str:
    """Prefixed names as IRIs."""
    predicate, value = words.split(" ", 1)
    if value.startswith('"') and "^^" in value:
        literal, _, kind = value.partition("^^")
        return f"{_iri(predicate)} {literal}^^{_iri(kind)}"
    is_term = value.startswith(('"', "<"))
    return f"{_iri(predicate)} {value if is_term else _iri(value)}"


def _iri(name: str) -> str:
    prefix, _, rest = name.partition(":")
    return f"<{PREFIXES[prefix + ':']}{rest}>"


@pytest.mark.parametrize(("subject", "words"), SAID, ids=[f"{subject} {words}" for subject, words in SAID])
def test_it_is_said_and_stands(subject, words, imported):
    lines = lines_of(imported[0])
    said = f"<{ID}{subject}> {whole(words)}"
    assert f"{said} ." in lines
    assert f"{said} <{ID}graph/source/relaton-data-itu> ." in lines


def test_a_day_that_is_that_of_approval_is_said_once(imported):
    assert not [line for line in lines_of(imported[0]) if "X.9001/2014-12> <http://purl.org/dc/terms/issued>" in line]


def test_the_register_keeps_the_word_on_what_it_knows(store, importer, register, tmp_path):
    build(register, TEXTS, store, ontology=ONTOLOGY)
    before = {line for line in lines_of(store) if "ra/res/66/ra-19> " in line}
    dataclasses.replace(importer, register=register).run(folder_of(tmp_path / "records", LINE), str(store))
    after = lines_of(store)
    assert before
    assert before <= set(after)
    ours = [line for line in after if "ra/res/66/ra-19> " in line and "source/relaton-data-itu>" in line]
    assert ours
    assert not [line for line in ours if "ont#earliest" in line or "ont#status" in line]


def test_imported_editions_are_read_back_as_facts(imported):
    engine = open_engine(imported[0], read_only=True)
    try:
        facts = imported_lines(engine)
        some = imported_lines(engine, [facts[0].edition.instrument])
    finally:
        engine.close()
    told = {(edition_path(fact.edition), fact.act.value, str(fact.latest)) for fact in facts}
    assert ("itu-t/rec/X.9001/2014-12", "adopted", "2014-12-12") in told
    assert ("itu-t/rec/X.9003/2005-05", "abrogated", "None") in told
    assert ("itu-r/rec/SM.9001/1", "adopted", "2015-05-31") in told
    assert not [path for path, _, _ in told if "amd" in path]
    assert set(some) == {fact for fact in facts if fact.edition.instrument == facts[0].edition.instrument}
    (titled,) = [fact for fact in facts if edition_path(fact.edition) == "itu-t/rec/X.9001/2014-12"]
    assert titled.titles == (("en", "Composed things"), ("fr", "Choses composées"))
