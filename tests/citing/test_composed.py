"""The composed texts of six languages: every citation read, nothing else, in the right clause and place."""

from pathlib import Path

import pytest

from graph_service.citing.extract import extract
from graph_service.citing.rows import line
from graph_service.reading.read import read_documents
from tests.scoring import read_lines, score

COMPOSED = Path(__file__).parent / "composed"
LEAST_F1 = 0.99


@pytest.fixture(scope="module")
def scored(register, lexicons):
    read = [
        line(mention)
        for file in sorted(COMPOSED.glob("*.txt"))
        for document in read_documents(file, name=file.name, register=register, lexicons=lexicons)
        for mention in extract(document, register, lexicons)
    ]
    return score(read_lines(COMPOSED / "labels.jsonl"), read)


@pytest.mark.parametrize("lang", ["en", "fr", "es", "ru", "zh", "ar"])
def test_citations_of_a_language_are_read(scored, lang):
    found = scored.only(lambda row: row["doc"].startswith(f"{lang}-"))
    assert found.f1 >= LEAST_F1, {"missed": found.missed, "extra": found.extra}


@pytest.mark.parametrize("field", ["clause", "locator", "place"])
def test_what_is_said_of_a_citation_agrees(scored, field):
    wrong = [
        (gold[field], read[field], gold["text"]) for gold, read in scored.pairs if str(gold[field]) != str(read[field])
    ]
    assert not wrong
