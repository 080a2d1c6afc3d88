import pytest

from graph_service.reading.marks import marks_of
from graph_service.reading.title_line import body_of_marker, read_title_line
from graph_service.reading.words import compile_words

READ = [
    ("en", "RESOLUTION 900 (REV. DUBAI, 2018)", ("resolution", "900", None, "Dubai")),
    ("en", "DECISION 482 (MODIFIED 2020)", ("decision", "482", None, None)),
    ("en", "RECOMMENDATION  ITU-R  BO.600-1*", ("recommendation", "BO.600-1", "ITU-R", None)),
    ("en", "Resolution 1 – Rules of procedure", ("resolution", "1", None, None)),
    ("fr", "PROJET DE NOUVELLE RÉSOLUTION [XYZ-A7(B)] (CMR-23)", ("resolution", None, None, None)),
    ("es", "ACUERDO 482 (modificado en 2020)", ("decision", "482", None, None)),
    ("ru", "Рекомендация МСЭ-Т Е.119", ("recommendation", "E.119", "ITU-T", None)),
    ("ru", "Рекомендация МСЭ-Р SM.1046", ("recommendation", "SM.1046", "ITU-R", None)),
    ("ru", "РЕКОМЕНДАЦИЯ МСЭ-Д 21", ("recommendation", "21", "ITU-D", None)),
    ("fr", "RECOMMANDATION UIT-R SM.1046", ("recommendation", "SM.1046", "ITU-R", None)),
    ("zh", "国际电联-T E.800建议书", ("recommendation", "E.800", "ITU-T", None)),
    ("zh", "第７７号决议（2022年，基加利，修订版）", ("resolution", "77", None, "Kigali")),
    ("zh", "ITU-T E.800建议书", ("recommendation", "E.800", "ITU-T", None)),
    ("ar", "القـرار 198 (المراجَع في دبي، 2018)", ("resolution", "198", None, "Dubai")),
    ("ar", "التوصيـة ITU-T E.119", ("recommendation", "E.119", "ITU-T", None)),
]


@pytest.mark.parametrize("lang, text, parts", READ)
def test_title_lines(lexicons, register, lang, text, parts):
    line = read_title_line(text, compile_words(lexicons[lang], register), marks_of(lexicons, register))
    assert (line.kind.value, line.number, line.sector, line.marker.place) == parts


@pytest.mark.parametrize("text", ["Resolution 900 of the Conference invites members", "Trees", "the report of 2018"])
def test_what_is_no_title_line(lexicons, register, text):
    assert read_title_line(text, compile_words(lexicons["en"], register), marks_of(lexicons, register)) is None


def test_a_marker_may_tell_the_body(lexicons, register):
    marks = marks_of(lexicons, register)
    assert body_of_marker(register, marks.read("(WRC-19)")) == "WRC"
    assert body_of_marker(register, marks.read("(Bucharest, 2022)")) == "PP"
    assert body_of_marker(register, marks.read("(Dubai, 2012)")) is None
