"""Errors planted in composed documents are all found, mended exactly, and right citations are left in peace.

One seed gives one document; ``python -m tests.checking.planted`` runs as many as one likes and tells each failure.
"""

from pathlib import Path

import pytest

from tests.checking.planted.compose import composed
from tests.checking.planted.facts import Facts
from tests.checking.planted.measure import Checker, Tally, measured, table
from tests.checking.planted.word_file import word_file
from tests.checking.planted.words import LANGS

FACTS = Facts(Path(__file__).parents[3] / "data")
SEEDS = range(20)
TRACKED = range(10)
WORD = range(100, 110)


@pytest.fixture(scope="module")
def checker(register, lexicons):
    return Checker(register, lexicons)


def tallied(documents, checker, *, is_word: bool) -> Tally:
    whole = Tally()
    for document in documents:
        one = document if is_word else document.flattened()
        source, suffix = (word_file(one), "docx") if is_word else (one.text.encode(), "txt")
        whole.add(measured(one, checker.report(one, source, f"{one.name}.{suffix}")))
    return whole


def reaches_its_goals(whole: Tally) -> None:
    """Every error found; at least 99 of 100 fixes exact; at most one alarm on 100 right citations."""
    planted, found, asked, exact, right, alarms = (
        one.total() for one in (whole.planted, whole.found, whole.asked, whole.exact, whole.right, whole.alarms)
    )
    told = "\n".join([*whole.failures, *table(whole)])
    assert planted > 15, told
    assert found == planted, told
    assert exact >= 0.99 * asked > 0, told
    assert alarms <= 0.01 * right, told
    assert whole.as_severe.total() >= 0.99 * planted, told


@pytest.mark.parametrize("lang", LANGS)
def test_errors_in_texts(lang, checker):
    reaches_its_goals(tallied((composed(FACTS, lang, seed) for seed in SEEDS), checker, is_word=False))


@pytest.mark.parametrize("lang", LANGS)
def test_errors_in_flattened_drafts(lang, checker):
    documents = (composed(FACTS, lang, seed, tracked=True) for seed in TRACKED)
    reaches_its_goals(tallied(documents, checker, is_word=False))


@pytest.mark.parametrize("lang", LANGS)
def test_errors_in_word_files(lang, checker):
    documents = [composed(FACTS, lang, seed) for seed in WORD]
    documents += [composed(FACTS, lang, seed, tracked=True) for seed in WORD]
    reaches_its_goals(tallied(documents, checker, is_word=True))


def test_every_kind_of_error_is_planted():
    found = {
        piece.expect.rule
        for lang in LANGS
        for seed in SEEDS
        for item in composed(FACTS, lang, seed).items
        for piece in item.pieces
        if piece.expect
    }
    assert found >= {
        "stale-at-adoption", "revised-at-same-conference", "overtaken-since", "programme-superseded", "wrong-conference",
        "wrong-body", "no-such-edition", "instrument-suppressed", "future-edition", "marker-form", "undated",
        "inconsistent", "provision-mismatch", "renamed-body", "dangling-internal", "title-drift",
    }  # fmt: skip


def test_one_seed_gives_one_document():
    assert composed(FACTS, "fr", 7).text == composed(FACTS, "fr", 7).text
    assert composed(FACTS, "fr", 7).text != composed(FACTS, "fr", 8).text


def test_a_document_that_was_not_read_rightly_is_told(checker):
    one = composed(FACTS, "en", 1)
    whole = measured(one, checker.report(one, b"nothing that cites anything\n", "text.txt"))
    assert whole.found.total() == 0 < whole.planted.total()
