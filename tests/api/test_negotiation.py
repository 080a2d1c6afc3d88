"""Accept headers and what is chosen for them."""

import pytest

from graph_service.api.negotiation import ASK_OFFERS, GRAPH_OFFERS, SELECT_OFFERS, choose, named

SELECT_CASES = [
    (None, "json"),
    ("", "json"),
    ("*/*", "json"),
    ("text/csv", "csv"),
    ("TEXT/CSV", "csv"),
    ("text/csv;q=0.5, text/tab-separated-values", "tsv"),
    ("text/csv; q=0.5; charset=utf-8, application/sparql-results+xml;q=0.6", "xml"),
    ("application/json", "json"),
    ("text/xml", "xml"),
    ("text/*", "csv"),
    ("text/*;q=0.5, text/tab-separated-values", "tsv"),
    ("application/*, application/sparql-results+json;q=0.1", "xml"),
    ("*/*;q=0.1, application/sparql-results+json;q=0, text/csv;q=0.2", "csv"),
    ("*/*, text/html", "json"),
    ("text/html", None),
    ("text/csv;q=0", None),
    ("text/csv;q=high", None),
    ("nonsense", None),
    ("nonsense, text/csv", "csv"),
    ("*/csv", None),
]  # fmt: skip


@pytest.mark.parametrize(("accept", "name"), SELECT_CASES)
def test_the_preferred_format_of_a_table(accept: str | None, name: str | None) -> None:
    chosen = choose(accept, SELECT_OFFERS)
    assert (chosen.name if chosen else None) == name


@pytest.mark.parametrize(
    ("accept", "name"),
    [("*/*", "json"), ("application/sparql-results+xml", "xml"), ("text/csv", None), ("text/csv, */*;q=0.1", "json")],
)
def test_a_boolean_has_no_csv(accept: str, name: str | None) -> None:
    chosen = choose(accept, ASK_OFFERS)
    assert (chosen.name if chosen else None) == name


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        (None, "turtle"),
        ("text/turtle;q=0.8, application/ld+json", "jsonld"),
        ("application/json", "jsonld"),
        ("text/plain", "ntriples"),
        ("application/rdf+xml;q=0.9, */*;q=0.1", "rdfxml"),
        ("application/sparql-results+json", None),
    ],
)
def test_the_preferred_format_of_a_graph(accept: str | None, name: str | None) -> None:
    chosen = choose(accept, GRAPH_OFFERS)
    assert (chosen.name if chosen else None) == name


def test_a_suffix_names_its_format() -> None:
    assert [one.name for one in GRAPH_OFFERS if named(one.suffix, GRAPH_OFFERS) is one] == [
        one.name for one in GRAPH_OFFERS
    ]
    assert named("docx", GRAPH_OFFERS) is None
