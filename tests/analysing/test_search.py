"""Search in names and titles, in every language and script, for parts of words too."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from graph_service.analysing.answer import Window
from graph_service.analysing.search import SearchIndex
from tests.analysing.handmade import iri, snapshot

TITLES = {
    "1/pp-18": (("en", "Bridging the digital divide"), ("fr", "Réduire la fracture numérique")),
    "2/pp-18": (("ru", "Преодоление цифрового разрыва"), ("zh", "缩小数字鸿沟"), ("ar", "سد الفجوة الرقمية")),
    "3/pp-18": (("en", 'Say "divide" 100% % _ AND NOT'), ("es", "Reducción de la brecha digital")),
}


@pytest.fixture(scope="module")
def index() -> Iterator[SearchIndex]:
    known = snapshot("1/pp-18 > 2/pp-18", "2/pp-18 > 3/pp-18")
    editions = {one: replace(node, titles=TITLES[one.removeprefix(iri(""))]) for one, node in known.editions.items()}
    works = {one: replace(work, label=f"PP Resolution {work.label}") for one, work in known.works.items()}
    made = SearchIndex(replace(known, editions=editions, works=works))
    yield made
    made.close()


CASES = [
    ("divide", {"1", "3"}),
    ("DIVIDE digital", {"1"}),
    ("igita", {"1", "3"}),
    ("fracture", {"1"}),
    ("цифрового РАЗРЫВА", {"2"}),
    ("数字", {"2"}),
    ("鸿", {"2"}),
    ("الفجوة", {"2"}),
    ('"divide"', {"3"}),
    ("100%", {"3"}),
    ("AND NOT", {"3"}),
    ("resolution 2", {"2"}),
    ("nothing", set()),
    ("", set()),
    ("   ", set()),
    ("divide nothing", set()),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), CASES)
def test_instruments_with_all_words_are_found(index: SearchIndex, words: str, wanted: set[str]) -> None:
    found = index.search(words, Window())
    assert {hit.instrument.iri for hit in found.items} == {iri(number) for number in wanted}
    assert found.total == len(wanted)


def test_a_hit_tells_the_text_its_language_and_its_edition(index: SearchIndex) -> None:
    (hit,) = index.search("numérique", Window()).items
    assert (hit.text, hit.lang) == ("Réduire la fracture numérique", "fr")
    assert hit.edition is not None
    assert hit.edition.iri == iri("1/pp-18")


def test_a_language_narrows_the_search(index: SearchIndex) -> None:
    assert index.search("divide", Window(), "fr").total == 0
    assert index.search("fracture", Window(), "fr").total == 1


def test_names_come_before_titles(index: SearchIndex) -> None:
    assert index.search("resolution", Window()).items[0].edition is None


def parts() -> set[str]:
    """Every stretch of one to five characters of all titles, without the white space in it."""
    texts = [title for titles in TITLES.values() for _, title in titles]
    cut = {text[start : start + size] for text in texts for size in range(1, 6) for start in range(len(text))}
    return {part for part in cut if part and not any(map(str.isspace, part))}


def test_hits_are_those_of_a_look_into_every_title(index: SearchIndex) -> None:
    for part in parts():
        looked = {
            iri(edition.partition("/")[0])
            for edition, titles in TITLES.items()
            for _, title in titles
            if part.casefold() in title.casefold()
        }
        named = {iri(number) for number in "123" if part.casefold() in f"pp resolution {number}"}
        found = {hit.instrument.iri for hit in index.search(part, Window()).items}
        assert found == looked | named, part
