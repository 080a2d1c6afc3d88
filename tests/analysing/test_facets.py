"""Lists of citations: counted before they are narrowed, one row a citation, in the reader's language."""

from dataclasses import replace

from graph_service.analysing.answer import Window
from graph_service.analysing.chain import Direction
from graph_service.analysing.facets import Facet, Tally, Wanted, one_a_citation, tally
from graph_service.analysing.snapshot import Snapshot
from tests.analysing.handmade import iri, snapshot

FOUND = snapshot("1/pp-18 > 2/pp-14", "3/pp-18 > 2/pp-14", "3/pp-18 > 2/pp-18", "1/pp-18 > 3/pp-18")


def told(of: str, direction: Direction, snapshot: Snapshot = FOUND, **wanted: str) -> Tally:
    return tally(snapshot, iri(of), direction, wanted=Wanted(**wanted), window=Window(), lang="en")


def test_who_cites_is_counted_over_all_editions() -> None:
    found = told("2", Direction.CITED_BY)
    assert (found.total, found.texts, found.rows.total) == (3, 2, 3)
    assert found.editions == (Facet(key=iri("2/pp-14"), count=2), Facet(key=iri("2/pp-18"), count=1))
    assert found.bodies == (Facet(key="PP", count=3),)


def test_narrowing_leaves_the_counts_as_they_are() -> None:
    found = told("2", Direction.CITED_BY, edition=iri("2/pp-18"))
    assert [row.citing for row in found.rows.items] == [iri("3/pp-18")]
    assert found.total == 3
    assert told("2", Direction.CITED_BY, clause="resolves").rows.total == 0
    assert told("2", Direction.CITED_BY, body="WTDC").rows.total == 0


def test_an_edition_has_its_own_citations_only() -> None:
    assert told("2/pp-18", Direction.CITED_BY).total == 1
    assert [row.work for row in told("3/pp-18", Direction.CITES).rows.items] == [iri("2"), iri("2")]


def test_of_several_languages_the_reader_s_own_words_are_shown() -> None:
    english = FOUND.citations[0]
    french = replace(english, lang="fr", text="en français")
    assert one_a_citation([english, french], "fr") == (french,)
    assert one_a_citation([english, french], "ru") == (english,)
    assert one_a_citation([french, english], "en") == (english,)
