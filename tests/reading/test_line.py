import pytest

from graph_service.reading.block import Block, Role
from graph_service.reading.document import Layout
from graph_service.reading.line import Line
from graph_service.reading.words import compile_words


@pytest.fixture(scope="module")
def line(lexicons, register):
    words = {lang: compile_words(lexicon, register) for lang, lexicon in lexicons.items()}

    def made(text, lang="en", **fields):
        return Line.of(Block(text=text, locator="1", **fields), text, words[lang])

    return made


ANNEXES = [
    ("en", "ANNEX  1"),
    ("en", "Annex A\n\nTemplate of a letter"),
    ("en", "ANNEX 2 Template of a letter"),
    ("en", "ANNEX TO DECISION 482 (MODIFIED 2020)"),
    ("en", "Bibliography"),
    ("fr", "ANNEXE À LA RÉSOLUTION 45 (RÉV. BUCAREST, 2022)"),
    ("es", "ANEXO 1 – Lista"),
    ("ru", "ПРИЛОЖЕНИЕ К РЕЗОЛЮЦИИ 45 (ПЕРЕСМ. ДУБАЙ, 2018 Г.)"),
    ("zh", "附件1"),
    ("zh", "第900号决议（2018年，迪拜，修订版）附件"),
    ("zh", "ITU-R第900-1号决议的附件2"),
    ("zh", "第900号决定附件1：职责范围"),
    ("zh", "**参考文献**"),
    ("zh", "参 考 文 献"),
    ("ar", "الملحق 1"),
]


@pytest.mark.parametrize("lang, text", ANNEXES)
def test_annex_headings(line, lang, text):
    assert line(text, lang).is_annex


LEFT = ["Annex 1 provides a list.", "annex 1", "Annex A – Template\t\t16", "Annex 1 ..... 4", "The annex"]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_annex_heading(line, text):
    assert not line(text).is_annex


def test_ends_of_lines(line):
    assert line("It ends.").is_sentence
    assert line("It said “no.”").is_sentence
    assert line("这是句子。", "zh").is_sentence
    assert not line("of this conference,").is_sentence
    assert line("of this conference,").is_stopped
    assert not line("instructs the Director").is_stopped


def test_a_label_is_printed_or_generated(line):
    assert line("a)\ttext").label.ordinal == 1
    assert line("text", label="b)").label.ordinal == 2
    assert line("text", label="b)").content == 0
    assert line("noting", layout=Layout.FOOTNOTE).opening is None
    assert line("a) noting").opening is None


def test_roles_of_the_format_count(line):
    assert line("anything", role=Role.TITLE).is_title
    assert line("anything", role=Role.FORMULA).is_formula
    assert line("anything", role=Role.CLAUSE).is_heading


@pytest.mark.parametrize(
    "text, note", [("¹ See also Report 9.", True), ("² See Report 9", False), ("1 See Report 9.", False)]
)
def test_a_sentence_after_a_number_above_the_line_is_a_note(line, text, note):
    assert line(text).is_signed_note is note


def test_a_line_that_names_an_act_of_a_body_is_no_enacting_formula(line):
    assert line("国际电联理事会（2024年，日内瓦），", "zh").is_formula
    assert not line("依照理事会第900号决定提供预算，", "zh").is_formula


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "**Reasons:** It is old."),
        ("fr", "Motifs:\tIl est ancien."),
        ("es", "Motivos: Es antiguo."),
        ("ru", "Основания: Он стар."),
        ("zh", "理由：已过时。"),
        ("ar", "الأسباب: قدم النص."),
    ],
)
def test_the_reasons_for_a_proposal(line, lang, text):
    assert line(text, lang).is_reasons
    assert not line("Reasons are given below.").is_reasons
