"""Values become literals, and what is not known is not said."""

from datetime import date

from pyoxigraph import Literal, NamedNode

from graph_service.graph.statement import about, attested, day, text, whole
from graph_service.graph.vocabulary import GRADE, LABEL, STATUS, XSD_DATE, XSD_INTEGER, YEAR
from graph_service.register.fact import Evidence, Grade, Status

NODE = NamedNode("http://example.org/a")


def test_values_become_literals() -> None:
    assert text("mot", "fr") == Literal("mot", language="fr")
    assert day(date(2018, 11, 16)) == Literal("2018-11-16", datatype=XSD_DATE)
    assert whole(2018) == Literal("2018", datatype=XSD_INTEGER)


def test_what_is_not_known_is_not_said() -> None:
    assert [text(""), text(None), day(None), whole(None)] == [None, None, None, None]
    said = list(about(NODE, NODE, (LABEL, None), (YEAR, whole(0))))
    assert [quad.predicate for quad in said] == [YEAR]


def test_evidence_says_source_grade_and_status() -> None:
    found = dict(attested(Evidence(source="a.xml", grade=Grade.OTHER, status=Status.INFERRED)))
    assert (found[GRADE], found[STATUS]) == (Literal("other"), Literal("inferred"))
