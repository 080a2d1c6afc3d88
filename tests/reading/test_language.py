from pathlib import Path

import pytest

from graph_service.lexicon.load import load_lexicon
from graph_service.reading.language import languages_of, main_script

TEXTS = {
    "en": "The trees of the towns are counted by the foresters in spring.",
    "fr": "Les arbres des villes sont comptés par les forestiers au printemps.",
    "es": "Los árboles de las ciudades son contados por los guardas en la primavera.",
    "ru": "Деревья в городах считают лесники весной.",
    "zh": "城市树木由林业员在春天统计（ITU-T Y.9000建议书）。",
    "ar": "يحصي الحراس أشجار المدن في الربيع وفقاً للتوصية ITU-T Y.9000.",
}


@pytest.fixture(scope="module")
def languages(lexicons, register):
    return languages_of(lexicons, register)


@pytest.mark.parametrize("lang", TEXTS)
def test_six_languages_are_told(languages, lang):
    assert languages.of(TEXTS[lang]) == lang


def test_a_short_text_is_in_the_language_of_its_document(languages):
    main, own = languages.of_texts([TEXTS["fr"], "Kigali, 2022", TEXTS["ru"], "1 2 3"])
    assert (main, own) == ("fr", ["fr", "fr", "ru", "fr"])


def test_a_part_of_a_name_tells_no_language(languages):
    main, own = languages.of_texts([TEXTS["fr"], "la Résolution 900 (Charm el-Cheikh, 2019)"])
    assert (main, own) == ("fr", ["fr", "fr"])


def test_where_nothing_tells_it_is_english(languages):
    assert languages.of_texts(["1", "2"]) == ("en", ["en", "en"])
    assert languages.of_texts([]) == ("en", [])


@pytest.mark.parametrize("text, lang", [
    ("Résolution 71 (Rév. Dubaï, 2018)", "fr"),
    ("Décision 5 du Conseil", "fr"),
    ("Recommandation UIT-T X.9999", "fr"),
    ("Resolución 71 (Rev. Dubái, 2018)", "es"),
    ("Recomendación UIT-T X.9999", "es"),
    ("Acuerdo 5 del Consejo", "es"),
    ("Resolution 71 (Rev. Dubai, 2018)", "en"),
    ("Question 5/2", "en"),
])  # fmt: skip
def test_a_text_of_few_words_is_told_by_its_names(languages, text, lang):
    assert languages.of_texts([text]) == (lang, [lang])


def test_a_seventh_language_is_one_file_more(lexicons, register):
    german = load_lexicon("de", Path(__file__).parent.parent / "lexicon" / "seventh")
    languages = languages_of({**lexicons, "de": german}, register)
    assert languages.of("Die Bäume der Städte werden von den Förstern gezählt, und das ist nicht alles.") == "de"
    assert languages.of(TEXTS["en"]) == "en"


@pytest.mark.parametrize(
    "text, script", [("Kigali", "Latn"), ("12", None), ("é", "Latn"), ("Кигали ITU", "Cyrl"), ("第5号 ITU", "Hans")]
)
def test_scripts(text, script):
    assert main_script(text) == script
