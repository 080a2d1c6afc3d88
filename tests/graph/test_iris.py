"""IRIs are built in one way, ASCII only, and things of their own stay apart."""

import pytest

from graph_service.graph import iris
from graph_service.names.iri import THINGS
from tests.graph.composed import edition, resolution


@pytest.mark.parametrize(
    "made, path",
    [
        (iris.named(resolution("PP", "197")), "pp/res/197"),
        (iris.named(edition("PP", "197", "pp-18")), "pp/res/197/pp-18"),
        (
            iris.named(edition("WTSA", "52", "unresolved/Florianópolis-2004")),
            "wtsa/res/52/unresolved/Florianopolis-2004",
        ),
        (iris.conference("pp-18"), "conf/pp-18"),
        (iris.body("PP"), "body/pp"),
        (iris.body("ITU-D"), "sector/itu-d"),
        (iris.body("CS"), "cs"),
        (iris.place("Sharm el-Sheikh"), "place/sharm-el-sheikh"),
        (iris.clause("recalls"), "clause/recalls"),
        (iris.programme("connect-2030"), "programme/connect-2030"),
        (iris.plan("Kigali Action Plan (2022)"), "plan/Kigali-Action-Plan-2022"),
        (iris.below(iris.thing("pp/res/1"), "proposal", "IAP/24A13/1"), "pp/res/1/proposal/IAP-24A13-1"),
    ],
)
def test_things_have_their_paths(made: object, path: str) -> None:
    assert str(made) == f"<{THINGS}{path}>"


def test_a_path_reads_back() -> None:
    assert iris.path_of(iris.thing("pp/res/197/pp-18")) == "pp/res/197/pp-18"


def test_sources_that_shorten_to_one_slug_stay_apart() -> None:
    one, other = (iris.source_slug(f"https://example.org/{'x' * 80}/{end}") for end in ("a", "b"))
    assert one != other
    assert len(one) <= 70


def test_a_short_plain_source_keeps_its_name() -> None:
    assert iris.source_slug("pp18-final-acts.akn.xml") == "pp18-final-acts.akn.xml"
    assert iris.source_graph("a.xml").value == f"{THINGS}graph/source/a.xml"
    assert iris.source_slug("a b") != iris.source_slug("a-b")
