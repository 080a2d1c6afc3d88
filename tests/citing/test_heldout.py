"""Composed texts labelled before the reader was first run on them; what it read wrong was mended by its cause."""

from pathlib import Path

import pytest

from graph_service.citing.extract import extract
from graph_service.citing.rows import line
from graph_service.reading.read import read_documents
from tests.scoring import read_lines, score

HELD_OUT = Path(__file__).parent / "heldout"
LEAST_F1 = 0.98


@pytest.fixture(scope="module")
def scored(register, lexicons):
    read = [
        line(mention)
        for file in sorted(HELD_OUT.glob("*.txt"))
        for document in read_documents(file, name=file.name, register=register, lexicons=lexicons)
        for mention in extract(document, register, lexicons)
    ]
    return score(read_lines(HELD_OUT / "labels.jsonl"), read)


@pytest.mark.parametrize("lang", ["en", "fr", "es", "ru", "zh", "ar"])
def test_citations_of_a_language_are_read(scored, lang):
    found = scored.only(lambda row: row["doc"].startswith(f"{lang}-"))
    assert found.f1 >= LEAST_F1, {"missed": found.missed, "extra": found.extra}
