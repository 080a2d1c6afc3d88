"""Markers as people print them: with or without accents, hyphens and spaces, in any order of their parts."""

import pytest

from graph_service.citing.marker import read_marker
from graph_service.citing.normalise import normal
from graph_service.citing.words import compile_words

MARKERS = [
    ("fr", "RÉV. GENEVE, 2022", "(Rev. Geneva, 2022)"),
    ("fr", "Rév. Buenos-Aires, 2017", "(Rev. Buenos Aires, 2017)"),
    ("fr", "Rév. de Busan, 2014", "(Rev. Busan, 2014)"),
    ("en", "Florianopolis, 2004", "(Florianópolis, 2004)"),
    ("en", "Sharm El Sheikh, 2019", "(Sharm el-Sheikh, 2019)"),
    ("en", "Busan, Rev. 2014", "(Rev. Busan, 2014)"),
    ("es", "Rev. Busán 2014", "(Rev. Busan, 2014)"),
    ("ru", "пересмотренная, Пусан, 2014 год", "(Rev. Busan, 2014)"),
    ("ru", "Пересм. Нью\u2011Дели, 2024\u00a0г.", "(Rev. New Delhi, 2024)"),
    ("zh", "修订版,２０１４年,釜山", "(Rev. Busan, 2014)"),
    ("ar", "المراجع في حيدرآباد، ٢٠١٠", "(Rev. Hyderabad, 2010)"),
    ("ar", "دبى، 2018", "(Dubai, 2018)"),
    ("en", "Rev.WRC-2000", "(Rev.WRC-2000)"),
    ("fr", "CMR-97", "(WRC-97)"),
    ("en", "Helsinki, March 1-12, 1993", "(Helsinki, 1993)"),
    ("fr", "Helsinki, 1er-12 mars 1993", "(Helsinki, 1993)"),
    ("en", "2016-11", "(11/2016)"),
    ("en", "August 2018", "(08/2018)"),
    ("en", "Rev. Delhi, 2024", "(Rev. New Delhi, 2024)"),
    ("fr", "Rév. Delhi, 2024", "(Rev. New Delhi, 2024)"),
    ("ru", "Пересм. Дели, 2024 г.", "(Rev. New Delhi, 2024)"),
    ("zh", "2024年,德里,修订版", "(Rev. New Delhi, 2024)"),
]


@pytest.mark.parametrize("lang, printed, expected", MARKERS)
def test_a_marker_is_read(lang, printed, expected, register, lexicons):
    found = read_marker(normal(printed).text, compile_words(lang, lexicons, register))
    assert found is not None
    assert str(found) == expected


@pytest.mark.parametrize(
    "printed", ["see below", "48 contributions", "2018 edition of the report", "Busan", "2016-19", "1 March 2019"]
)
def test_other_words_are_no_marker(printed, register, lexicons):
    assert read_marker(printed, compile_words("en", lexicons, register)) is None
