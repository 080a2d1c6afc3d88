"""Lists of citations, and what a revision would touch."""

from datetime import date

import pytest

from graph_service.analysing.answer import Window, as_json
from graph_service.analysing.citing import CitationFilter, cited_by, cites, impact
from graph_service.analysing.snapshot import Snapshot

ID = "https://w3id.org/itu-xref/id/"
ALL = Window()


@pytest.mark.parametrize(
    ("name", "wanted", "texts"),
    [
        ("pp/res/71", CitationFilter(), ["Resolution 71"]),
        ("pp/res/197/pp-14", CitationFilter(), ["Resolution 197 (Busan, 2014)"] * 2),
        ("pp/res/197/pp-14", CitationFilter(lang="fr"), ["Resolution 197 (Busan, 2014)"]),
        ("pp/res/197", CitationFilter(edition=ID + "pp/res/197/pp-18"), ["Resolution 197 (Rev. Dubai, 2018)"]),
        ("pp/res/197", CitationFilter(edition=ID + "pp/res/64/pp-14"), []),
        ("wtdc/res/85", CitationFilter(), []),
    ],
)
def test_who_cites(composed: Snapshot, name: str, wanted: CitationFilter, texts: list[str]) -> None:
    assert [item.text for item in cited_by(composed, ID + name, wanted, ALL).items] == texts


def test_a_proposal_counts_in_no_list(composed: Snapshot) -> None:
    citing = {item.citing.iri for item in cited_by(composed, ID + "pp/res/64", CitationFilter(), ALL).items}
    assert not any("proposal" in iri for iri in citing)
    assert citing == {ID + "pp/res/197/pp-18", ID + "document/composed-list.txt/list"}


def test_what_is_cited_comes_in_the_order_of_the_text(composed: Snapshot) -> None:
    found = cites(composed, ID + "pp/res/64", CitationFilter(), ALL)
    assert [(item.part, item.text) for item in found.items] == [
        ("recalls.1", "Resolution 197 (Rev. Dubai, 2018)"),
        ("resolves.1", "Resolution 71"),
        ("resolves.2", "Connect 2020"),
    ]


@pytest.mark.parametrize(
    ("name", "day", "citing"),
    [
        ("pp/res/197", date(2019, 1, 1), {"pp/res/64/pp-18"}),
        ("pp/res/197", date(2018, 1, 1), set()),
        ("pp/res/71", date(2019, 1, 1), set()),
        ("wtsa/res/99", date(2019, 1, 1), {"pp/res/197/pp-18"}),
    ],
)
def test_a_revision_touches_the_dated_citations_of_texts_in_force(
    composed: Snapshot, name: str, day: date, citing: set[str]
) -> None:
    found = impact(composed, ID + name, day, ALL)
    assert {item.citing.iri for item in found.items} == {ID + one for one in citing}


def test_a_page_is_a_stretch_and_says_where_the_next_begins(composed: Snapshot) -> None:
    first = cites(composed, ID + "pp/res/197", CitationFilter(), Window(limit=4))
    rest = cites(composed, ID + "pp/res/197", CitationFilter(), Window(offset=first.next_offset or 0))
    assert (first.total, first.next_offset, len(first.items)) == (11, 4, 4)
    assert rest.next_offset is None
    whole = cites(composed, ID + "pp/res/197", CitationFilter(), ALL)
    assert (*first.items, *rest.items) == whole.items
    assert as_json(whole)["items"][0]["citing"]["iri"] == ID + "pp/res/197/pp-18"
