"""Wordings of the six languages in their cases, numbers, prefixes and signs, each with what it names."""

import csv
from pathlib import Path

import pytest

from graph_service.citing.extract import extract
from graph_service.reading.read import read_documents

BEFORE = {
    "ru": "Документ о работе Союза и его членов\nучитывая",
    "zh": "关于国际电联工作的文件\n考虑到",
    "ar": "وثيقة بشأن أعمال الاتحاد\nإذ يضع في اعتباره",
    "en": "Document on the work of the Union and its members\nconsidering",
    "fr": "Document sur les travaux de l'Union et de ses membres\nconsidérant",
    "es": "Documento sobre los trabajos de la Unión y de sus miembros\nconsiderando",
}
with (Path(__file__).parent / "wordings.csv").open(encoding="utf-8", newline="") as file:
    WORDINGS = [tuple(row.values()) for row in csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE)]


def name_of(mention):
    edition = [str(mention.marker.year)] if mention.marker.year else []
    revised = ["rev"] if mention.marker.revised else []
    return " ".join([mention.kind.value, mention.body, mention.number, *edition, *revised])


@pytest.mark.parametrize(("lang", "words", "names"), WORDINGS)
def test_what_a_wording_names(lang, words, names, register, lexicons):
    text = f"{BEFORE[lang]}\na)\t{words}\n"
    document = read_documents(text.encode(), name="text.txt", register=register, lexicons=lexicons)[0]
    assert "; ".join(map(name_of, extract(document, register, lexicons))) == names


OF_ITSELF = {
    "ru": ("пунктом 284 настоящей Конвенции", "в статье 43 Устава", "см. пункт 287"),
    "zh": ("按照本公约第284款", "如《组织法》第43条所述", "见上述第287款"),
    "ar": ("الرقم 284 من هذه الاتفاقية", "المادة 43 من الدستور", "انظر الرقم 287"),
}


@pytest.mark.parametrize("lang", OF_ITSELF)
def test_a_text_that_says_this_convention_is_it(lang, register, lexicons):
    text = "\n".join((*BEFORE[lang].split("\n"), *OF_ITSELF[lang]))
    document = read_documents(text.encode(), name="text.txt", register=register, lexicons=lexicons)[0]
    found = {(one.body, one.number, one.is_self) for one in extract(document, register, lexicons)}
    assert found == {("CV", "No. 284", True), ("CS", "Art. 43", False), ("CV", "No. 287", True)}
