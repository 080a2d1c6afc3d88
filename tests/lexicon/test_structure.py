import re

import pytest

from graph_service.lexicon.structure import read_structure
from graph_service.reading.folding import fold

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_pattern_compiles(lexicons, lang):
    words = lexicons[lang].structure
    for patterns in (
        *words.clauses.values(),
        *words.bodies.values(),
        *words.kinds.values(),
        words.qualifiers,
        words.annex,
    ):
        for pattern in patterns:
            re.compile(fold(pattern))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_clause_keys_are_those_of_the_register(lexicons, register, lang):
    known = {clause.id for clause in register.clauses if clause.group != "place"}
    assert set(lexicons[lang].structure.clauses) <= known


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_label_of_the_register_is_a_word_of_its_clause(lexicons, register, lang):
    """But where two clauses have one label in a language, and for the acts that no text of that language decides."""
    words = lexicons[lang].structure.clauses
    for clause in register.clauses:
        label = dict(clause.labels)[lang]
        fitting = {key for key, forms in words.items() if any(re.fullmatch(fold(form), fold(label)) for form in forms)}
        if clause.id in {"isConscious", "acknowledges", "decides"} or clause.group == "place":
            continue
        assert clause.id in fitting, (clause.id, label, fitting)


def test_decides_only_in_english_and_spanish(lexicons):
    assert {lang for lang in LANGUAGES if "decides" in lexicons[lang].structure.clauses} == {"en", "es"}


@pytest.mark.parametrize("raw", [{"frequent": 3}, {"frequent": []}, {"unknown": []}])
def test_a_part_that_is_missing_or_wrong_is_an_error(raw):
    with pytest.raises(TypeError):
        read_structure(raw)
