import pytest

from graph_service.reading.folding import fold
from graph_service.reading.words import compile_words


@pytest.fixture(scope="module")
def words(lexicons, register):
    return {lang: compile_words(lexicon, register) for lang, lexicon in lexicons.items()}


CLAUSES = [
    ("en", "further instructs the Director", "instructs", "further instructs"),
    ("en", "having noted with deep concern", "notes", "having noted with deep concern"),
    ("en", "calls upon Member States", "appeals", "calls upon"),
    ("fr", "prie instamment les États Membres", "urges", "prie instamment"),
    ("fr", "décide en outre", "resolves", "décide en outre"),
    ("es", "acogiendo con satisfacción", "welcomes", "acogiendo con satisfacción"),
    ("es", "acuerda", "decides", "acuerda"),
    ("ru", "настоятельно призывает Государства", "urges", "настоятельно призывает"),
    ("ru", "вновь подтверждая,", "reaffirms", "вновь подтверждая"),
    ("zh", "进一步责成秘书长", "instructs", "进一步责成"),
    ("ar", "وإذ يضع في اعتباره كذلك", "considers", "وإذ يضع في اعتباره كذلك"),
    ("ar", "تقـرر", "resolves", "تقـرر"),
]


@pytest.mark.parametrize("lang, text, key, matched", CLAUSES)
def test_clause_words_with_their_qualifiers(words, lang, text, key, matched):
    found = words[lang].clause.match(fold(text))
    assert words[lang].key(found) == key
    assert found[0].strip() == fold(matched)


@pytest.mark.parametrize(
    "lang, text", [("en", "notebooks"), ("fr", "invitee"), ("ru", "решающий"), ("en", "the resolution")]
)
def test_a_longer_word_is_no_clause_word(words, lang, text):
    assert words[lang].clause.match(fold(text)) is None


FORMULAS = [
    ("en", "The ITU Council,", "Council"),
    ("en", "The World Telecommunication Development Conference (Kigali, 2022),", "WTDC"),
    ("fr", "L'Assemblée des radiocommunications de l'UIT,", "RA"),
    ("es", "El Consejo de la UIT,", "Council"),
    ("ru", "Всемирная конференция радиосвязи (Шарм-эль-Шейх, 2019 г.),", "WRC"),
    ("zh", "国际电信联盟全权代表大会（2022年，布加勒斯特），", "PP"),
    ("ar", "إن الجمعية العالمية لتقييس الاتصالات (نيودلهي، 2024)،", "WTSA"),
]


@pytest.mark.parametrize("lang, text, body", FORMULAS)
def test_enacting_formulas_name_the_body(words, lang, text, body):
    found = words[lang].formula.match(fold(text))
    assert next(words[lang].body_keys[name] for name, value in found.groupdict().items() if value) == body


@pytest.mark.parametrize(
    "lang, text",
    [
        ("en", "The Council shall meet in spring."),
        ("fr", "Le Conseil est invité à en prendre note."),
        ("en", "the report of the Director,"),
    ],
)
def test_a_sentence_is_no_formula(words, lang, text):
    assert words[lang].formula.match(fold(text)) is None


@pytest.mark.parametrize(
    "text, running",
    [
        ("Resolution 30 281", True),
        ("214 Decision 5", True),
        ("Rec. ITU-R BT.999-3 1", True),
        ("2 Rec. ITU-T E.999 (05/2019)", True),
        ("Resolution 30", False),
    ],
)
def test_running_headers(words, text, running):
    assert bool(words["en"].header.match(fold(text))) is running
