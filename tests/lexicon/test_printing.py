"""Print templates: the same keys in each language, and none may be missing."""

from pathlib import Path

import pytest
import yaml

import graph_service.lexicon
from graph_service.lexicon.printing import read_printing

FOLDER = Path(graph_service.lexicon.__file__).parent
RAW = {file.stem: yaml.safe_load(file.read_text("utf-8"))["printing"] for file in sorted(FOLDER.glob("*.yaml"))}


@pytest.mark.parametrize("lang", RAW)
def test_a_language_has_the_keys_of_english(lang):
    assert RAW[lang].keys() == RAW["en"].keys()
    assert RAW[lang]["of_body"].keys() == RAW["en"]["of_body"].keys()
    assert RAW[lang]["kinds"].keys() == RAW["en"]["kinds"].keys()


@pytest.mark.parametrize("lang", RAW)
def test_templates_fill_in_what_a_marker_says(lang):
    printing = read_printing(RAW[lang])
    assert "{place}" in printing.place_marker
    assert "{year}" in printing.place_marker
    assert "{rev}" in printing.place_marker
    assert "{number}" in printing.label
    assert printing.rev_word("resolution") in printing.rev_forms


def test_the_word_of_revision_agrees_with_the_kind():
    arabic = read_printing(RAW["ar"])
    assert arabic.rev_word("resolution") != arabic.rev_word("recommendation")


def test_a_kind_without_a_word_is_itself():
    assert read_printing(RAW["en"]).kind_word("handbook") == "handbook"


def test_a_missing_template_is_an_error():
    with pytest.raises(TypeError):
        read_printing({key: value for key, value in RAW["en"].items() if key != "place_marker"})


@pytest.mark.parametrize("lang", RAW)
def test_a_provision_of_a_basic_text_is_cited_in_the_language(lang):
    printing = read_printing(RAW[lang])
    assert printing.provisions.keys() == read_printing(RAW["en"]).provisions.keys()
    assert printing.basic_texts.keys() == read_printing(RAW["en"]).basic_texts.keys()
    assert "118" in printing.provision("CS", "No. 118")
    assert printing.provision("CS", "No. 118") != printing.provision("CV", "No. 118")
    assert printing.provision("XX", "No. 118") == ""


def test_a_language_may_be_without_words_for_provisions():
    bare = {key: value for key, value in RAW["en"].items() if key not in {"provisions", "basic_texts"}}
    assert read_printing(bare).provision("CS", "No. 118") == ""
