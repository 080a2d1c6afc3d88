"""Each lexicon's own examples are read and its decoys left; all languages have the same keys."""

from pathlib import Path

import pytest
import yaml

from graph_service.citing.extract import extract
from graph_service.lexicon.load import FOLDER, languages, load_lexicon
from graph_service.reading.document import Document, Head, Paragraph, Region

LANGUAGES = languages()
EXAMPLES = [(lang, example) for lang in LANGUAGES for example in load_lexicon(lang).citation.examples]


def document(text, lang):
    region = Region(start=0, end=len(text), clause="body", part="body.1")
    paragraph = Paragraph(text=text, locator="1", lang=lang, regions=(region,))
    return Document(doc="x", file="x.txt", format="text", lang=lang, head=Head(), paragraphs=(paragraph,), sha256="")


def names(text, lang, register, lexicons):
    found = extract(document(text, lang), register, lexicons)
    return [" ".join(filter(None, [one.kind.value, one.body, one.number, str(one.marker.year or "")])) for one in found]


@pytest.mark.parametrize(("lang", "example"), EXAMPLES, ids=lambda value: getattr(value, "text", value))
def test_examples_are_read_and_decoys_left(lang, example, register, lexicons):
    assert names(example.text, lang, register, lexicons) == list(example.names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_the_same_keys(lang):
    def keys(one):
        return set(yaml.safe_load((FOLDER / f"{one}.yaml").read_text(encoding="utf-8"))["citation"])

    optional = {
        "also",
        "order",
        "prefix",
        "year_first",
        "inflected",
        "its_endings",
        "parts_alike",
        "subject",
        "versions",
    }
    assert keys(lang) - optional == keys("en") - optional


def test_a_seventh_language_is_one_file(register, lexicons):
    german = load_lexicon("de", Path(__file__).parent / "seventh")
    seven = {**lexicons, "de": german}
    text = (
        "unter Hinweis auf die Entschließungen 30 und 37 (Rev. Kigali, 2022) der Weltentwicklungskonferenz, "
        "Nr. 118 der Konstitution und die Empfehlung ITU-T Y.4000 (06/2012)"
    )
    assert names(text, "de", register, seven) == [
        "resolution WTDC 30 2022",
        "resolution WTDC 37 2022",
        "provision CS No. 118",
        "recommendation ITU-T Y.4000 2012",
    ]


def test_the_seventh_language_structures_a_text(register, lexicons, tmp_path):
    from graph_service.reading.read import read_documents

    german = load_lexicon("de", Path(__file__).parent / "seventh")
    file = tmp_path / "entwurf.txt"
    file.write_text(
        "ENTSCHLIESSUNG 85 (Rev. Kigali, 2022)\nunter Hinweis auf\n"
        "a)\tdie Entschließung 197 (Rev. Dubai, 2018) und die Arbeit, die mit den Ländern zu leisten ist;\n"
        "beschließt\n1\tdie Entschließung 71 (Rev. Dubai, 2018) auf die Arbeit in den Ländern anzuwenden.\n",
        encoding="utf-8",
    )
    (found,) = read_documents(file, name=file.name, register=register, lexicons={**lexicons, "de": german})
    clauses = {one.number: one.clause for one in extract(found, register, {**lexicons, "de": german})}
    assert clauses["197"] == "recalls"
    assert clauses["71"] == "resolves"
    assert found.lang == "de"
