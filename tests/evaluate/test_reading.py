"""The real texts as reading gives them: the place and the clause of every label, and one document in two formats."""

import re

import pytest

from graph_service.reading.changes import Changes, view
from graph_service.reading.read import DocumentReader
from tests.evaluate.sets import SETS, SHARED, files
from tests.scoring import read_lines


@pytest.fixture(scope="module")
def reader(register, lexicons):
    return DocumentReader(register=register, lexicons=lexicons)


def documents(reader, labelled):
    found = [document for file in files(labelled.texts) for document in next(iter(reader.read(file, file.name)))]
    return {document.doc: document for document in found}


def place(paragraphs, label, after):
    """Where a label's words stand: the first paragraph of its locator that holds them at or after the last place."""
    words = re.compile(r"\s+".join(map(re.escape, label["text"].split())))
    for start in (after, (0, 0)):
        for index, paragraph in enumerate(paragraphs):
            if index < start[0] or paragraph.locator != label["locator"]:
                continue
            found = words.search(paragraph.text, start[1] if index == start[0] else 0)
            if found:
                return index, found.start()
    return None


@pytest.mark.parametrize("labelled", [one for one in SETS if one.name != "seed, Word"], ids=lambda one: one.name)
def test_every_label_has_its_place_and_clause(reader, labelled):
    texts = documents(reader, labelled)
    last: dict[str, tuple[int, int]] = {}
    wrong = []
    for label in read_lines(SHARED / labelled.labels):
        paragraphs = texts[label["doc"]].paragraphs
        found = place(paragraphs, label, last.get(label["doc"], (0, 0)))
        if found is None:
            wrong.append((label["doc"], label["locator"], "no such place"))
            continue
        last[label["doc"]] = found
        clause = paragraphs[found[0]].region_at(found[1]).clause
        if clause != label["clause"]:
            wrong.append((label["doc"], label["locator"], label["clause"], clause))
    assert wrong == []


def plain(text):
    text = re.sub(r"\[1: .*?\]", "", text)
    return " ".join(text.replace("\u2011", "").split())


@pytest.mark.parametrize("changes", [Changes.FINAL, Changes.ORIGINAL])
def test_flattened_text_and_tracked_word_file_read_alike(reader, changes):
    [[text]] = reader.read(next(SHARED.glob("seeds/*.txt")), "seed.txt")
    [[word]] = reader.read(next(SHARED.glob("seeds/*.docx")), "seed.docx")
    states = [
        [line for one in document.paragraphs if (line := plain(view(one, changes).text))] for document in (text, word)
    ]
    assert states[0] == states[1]


def test_all_text_of_the_final_acts_is_reached(reader):
    from lxml import etree

    file = SHARED / "corpus/pp18-final-acts.akn.xml"
    root = etree.parse(file).getroot()
    components = [one for one in root.iter("{*}component") if one.find("{*}componentRef") is None]
    [found] = reader.read(file, file.name)
    assert len(found) == len(components) == 64
    for document, component in zip(found, components, strict=True):
        printed = "".join("".join(one.itertext()) for one in component.iter("{*}p", "{*}num", "{*}heading"))
        read = "".join(one.text for one in document.paragraphs)
        assert len("".join(read.split())) == len("".join(printed.split())), document.doc


def test_the_final_acts_hold_no_flattened_change(reader):
    file = SHARED / "corpus/pp18-final-acts.akn.xml"
    [found] = reader.read(file, file.name)
    assert not any(paragraph.changes for document in found for paragraph in document.paragraphs)


@pytest.mark.parametrize("letter", ["A", "E", "F", "R", "S"])
def test_each_language_version_says_what_it_is(reader, letter):
    file = next(SHARED.glob(f"corpus/docx/T-REC-E.119-*-{letter}.docx"))
    [[document]] = reader.read(file, file.name)
    head = document.head
    assert (head.instrument.number, head.marker.year, head.marker.month, head.dated.isoformat()) == (
        "E.119",
        2017,
        4,
        "2017-04-07",
    )
