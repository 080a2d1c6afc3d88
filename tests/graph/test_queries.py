"""Reading a query file and binding its parameters as terms, whatever people send."""

from pathlib import Path

import pytest

from graph_service.errors import Code, ProblemError
from graph_service.graph.queries import NamedQuery, ParameterType, load_queries, term_for

FILE = """#+ summary: What a thing says
#+ params:
#+   thing:
#+     about: the thing
#+     type: thing
#+     example: "pp/res/2"
#+   words:
#+     about: words of the value
#+     type: text
#+     example: "a"
#+     optional: true
#+ columns:
#+   value: what it says

SELECT ?value WHERE { VALUES ?thing { <https://w3id.org/itu-xref/id/pp/res/2> } VALUES ?words { UNDEF }
?thing ?p ?value . FILTER(!BOUND(?words) || CONTAINS(?value, ?words)) } ORDER BY ?value
"""


@pytest.fixture
def query(tmp_path: Path) -> NamedQuery:
    (tmp_path / "says.rq").write_text(FILE)
    return load_queries(tmp_path)["says"]


def test_a_file_becomes_a_value(query: NamedQuery) -> None:
    assert (query.name, query.summary) == ("says", "What a thing says")
    assert [(one.name, one.type, one.is_optional) for one in query.parameters] == [
        ("thing", ParameterType.THING, False),
        ("words", ParameterType.TEXT, True),
    ]
    assert query.example() == {"thing": "pp/res/2"}


@pytest.mark.parametrize(
    "kind, value, term",
    [
        ("thing", "pp/res/197", "<https://w3id.org/itu-xref/id/pp/res/197>"),
        ("thing", "/id/pp/res/197", "<https://w3id.org/itu-xref/id/pp/res/197>"),
        ("thing", "https://w3id.org/itu-xref/id/pp/res/197", "<https://w3id.org/itu-xref/id/pp/res/197>"),
        ("body", "PP", "<https://w3id.org/itu-xref/id/body/pp>"),
        ("body", "ITU-D", "<https://w3id.org/itu-xref/id/sector/itu-d>"),
        ("conference", "pp-18", "<https://w3id.org/itu-xref/id/conf/pp-18>"),
        ("clause", "takesIntoAccount", '"takesIntoAccount"'),
        ("language", "fr", '"fr"'),
        ("text", 'a "quoted" } \\ word', '"a \\"quoted\\" } \\\\ word"'),
        ("integer", "12", '"12"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("date", "2018-11-16", '"2018-11-16"^^<http://www.w3.org/2001/XMLSchema#date>'),
    ],
)
def test_words_become_terms(kind: str, value: str, term: str) -> None:
    assert str(term_for(ParameterType(kind), value)) == term


@pytest.mark.parametrize(
    "kind, value, said",
    [
        ("thing", "pp/res/197> } DROP ALL #", "characters"),
        ("thing", "http://a/ b", "IRI"),
        ("body", "PP>", "characters"),
        ("clause", 'recalls" } #', "characters"),
        ("language", "fr}", "characters"),
        ("integer", "12 } DROP", "int"),
        ("date", "2018", "isoformat"),
    ],
)
def test_what_does_not_fit_the_type_is_refused(kind: str, value: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        term_for(ParameterType(kind), value)


def test_values_are_bound_where_the_query_says_so(query: NamedQuery) -> None:
    bound = query.bind({"thing": "pp/res/5", "words": "} DROP ALL #"})
    assert "VALUES ?thing { <https://w3id.org/itu-xref/id/pp/res/5> }" in bound
    assert 'VALUES ?words { "} DROP ALL #" }' in bound
    assert "UNDEF" not in bound


def test_what_people_write_is_resolved_by_the_caller(query: NamedQuery) -> None:
    assert "id/pp/res/197>" in query.bind({"thing": "PP Res. 197"}, lambda words: "pp/res/" + words.split()[-1])


@pytest.mark.parametrize(
    "values, said",
    [
        ({}, "thing is missing"),
        ({"thing": "pp/res/2", "other": "x"}, "no parameter other"),
        ({"thing": "a b"}, "is no thing"),
    ],
)
def test_bad_parameters_are_problems(query: NamedQuery, values: dict[str, str], said: str) -> None:
    with pytest.raises(ProblemError) as raised:
        query.bind(values)
    assert raised.value.problem.code is Code.BAD_REQUEST
    assert said in raised.value.problem.what


@pytest.mark.parametrize(
    "was, now",
    [
        ("#+ summary: What a thing says\n", ""),
        ("type: thing", "type: nothing"),
        ("#+ columns:\n#+   value: what it says\n", ""),
        ("VALUES ?words { UNDEF }", ""),
    ],
)
def test_a_file_without_a_usable_header_is_refused(tmp_path: Path, was: str, now: str) -> None:
    (tmp_path / "says.rq").write_text(FILE.replace(was, now))
    with pytest.raises(ProblemError) as raised:
        load_queries(tmp_path)
    assert raised.value.problem.code is Code.BAD_DATA
    assert raised.value.problem.where == "says.rq"
