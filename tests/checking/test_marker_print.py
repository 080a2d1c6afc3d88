"""Markers printed and changed in six languages; all that need not change stays as it was printed."""

import pytest

from graph_service.checking.digits import like, plain
from graph_service.checking.habits import Habits, Sample
from graph_service.checking.marker_print import MarkerPrinter
from graph_service.names.marker import Marker


def place(city: str, year: int, *, revised: bool = True) -> Marker:
    return Marker(place=city, year=year, revised=revised)


def wrc(year: int, *, revised: bool = True) -> Marker:
    return Marker(year=year, revised=revised, conference_word="WRC")


BUSAN, DUBAI, KIGALI = place("Busan", 2014), place("Dubai", 2018), place("Kigali", 2022)
FIRST = place("Busan", 2014, revised=False)


def printer(register, lexicons, lang, habits=None) -> MarkerPrinter:
    return MarkerPrinter(register=register, printing=lexicons[lang].printing, lang=lang, habits=habits or Habits())


@pytest.mark.parametrize("lang, marker, expected", [
    ("en", DUBAI, "(Rev. Dubai, 2018)"),
    ("fr", FIRST, "(Busan, 2014)"),
    ("es", DUBAI, "(Rev. Dubái, 2018)"),
    ("ru", DUBAI, "(Пересм. Дубай, 2018 г.)"),
    ("zh", DUBAI, "（2018年，迪拜，修订版）"),
    ("zh", FIRST, "（2014年，釜山）"),
    ("ar", DUBAI, "(المراجَع في دبي، 2018)"),
    ("en", wrc(2019), "(Rev.WRC-19)"),
    ("fr", wrc(2019), "(Rév.CMR-19)"),
    ("ru", wrc(2019), "(Пересм. ВКР-19)"),
    ("zh", wrc(2019), "（WRC-19，修订版）"),
    ("ar", wrc(2015), "(Rev.WRC-15)"),
    ("en", wrc(2007, revised=False), "(WRC-07)"),
    ("fr", Marker(year=2016, revised=True), "(Rév. 2016)"),
    ("zh", Marker(year=2016, revised=True), "（2016年，修订版）"),
    ("en", Marker(year=2012, month=6), "(06/2012)"),
    ("ar", Marker(year=2012, month=6), "(2012/06)"),
    ("en", Marker(revision=3), "-3"),
    ("en", Marker(), ""),
])  # fmt: skip
def test_a_marker_is_printed_by_the_template_of_the_language(lang, marker, expected, register, lexicons):
    assert printer(register, lexicons, lang).printed(marker, "resolution") == expected


def test_the_word_of_revision_agrees_with_the_kind(register, lexicons):
    assert printer(register, lexicons, "ar").printed(DUBAI, "recommendation") == "(المراجَعة في دبي، 2018)"


def test_a_city_without_a_name_in_the_language_keeps_its_english_one(register, lexicons):
    assert printer(register, lexicons, "fr").printed(place("Rome", 2030), "resolution") == "(Rév. Rome, 2030)"


@pytest.mark.parametrize("lang, printed, old, new, expected", [
    ("en", "(Rev. Busan, 2014)", BUSAN, DUBAI, "(Rev. Dubai, 2018)"),
    ("en", "(Rev.\u00a0Busan, 2014)", BUSAN, DUBAI, "(Rev.\u00a0Dubai, 2018)"),
    ("en", "(REV. BUSAN, 2014)", BUSAN, DUBAI, "(REV. DUBAI, 2018)"),
    ("en", "(Busan, 2014)", FIRST, DUBAI, "(Rev. Dubai, 2018)"),
    ("en", "(BUSAN, 2014)", FIRST, DUBAI, "(REV. DUBAI, 2018)"),
    ("en", "(Rev. Busan, 2014)", BUSAN, FIRST, "(Busan, 2014)"),
    ("en", "(rev. Buenos\u00a0Aires, 2017)", place("Buenos Aires", 2017), KIGALI, "(rev. Kigali, 2022)"),
    ("fr", "(Rév.Busan, 2014)", BUSAN, DUBAI, "(Rév.Dubaï, 2018)"),
    ("fr", "(RÉV. CHARM EL-CHEIKH, 2019)", place("Sharm el-Sheikh", 2019), place("Dubai", 2023), "(RÉV. DUBAÏ, 2023)"),
    ("es", "(Rev. Busán, 2014)", BUSAN, place("Bucharest", 2022), "(Rev. Bucarest, 2022)"),
    ("ru", "(Пересм. Пусан, 2014\u00a0г.)", BUSAN, DUBAI, "(Пересм. Дубай, 2018\u00a0г.)"),
    ("ru", "(ПУСАН, 2014 Г.)", FIRST, DUBAI, "(ПЕРЕСМ. ДУБАЙ, 2018 Г.)"),
    ("zh", "（2014年，釜山，修订版）", BUSAN, DUBAI, "（2018年，迪拜，修订版）"),
    ("zh", "（２０１４年，釜山）", FIRST, DUBAI, "（２０１８年，迪拜，修订版）"),
    ("zh", "(2014年，釜山)", FIRST, DUBAI, "(2018年，迪拜，修订版)"),
    ("zh", "(2014 年, 釜山, 修订版)", BUSAN, DUBAI, "(2018 年, 迪拜, 修订版)"),
    ("zh", "（2014年，釜山，修订版）", BUSAN, FIRST, "（2014年，釜山）"),
    ("ar", "(المراجَع في بوسان، 2014)", BUSAN, DUBAI, "(المراجَع في دبي، 2018)"),
    ("ar", "(المراجَعين في بوسان، ٢٠١٤)", BUSAN, DUBAI, "(المراجَعين في دبي، ٢٠١٨)"),
    ("ar", "(بوسان، 2014)", FIRST, DUBAI, "(المراجَع في دبي، 2018)"),
    ("ar", "(المراجَع في بوسان، 2014)", BUSAN, FIRST, "(بوسان، 2014)"),
    ("en", "(Rev.WRC-15)", wrc(2015), wrc(2019), "(Rev.WRC-19)"),
    ("en", "(WRC-07)", wrc(2007, revised=False), wrc(2019), "(Rev.WRC-19)"),
    ("en", "(WRC-2000)", wrc(2000, revised=False), wrc(2019), "(Rev.WRC-19)"),
    ("es", "(REV.CMR-12)", wrc(2012), wrc(2019), "(REV.CMR-19)"),
    ("ru", "(Пересм. ВКР-15)", wrc(2015), wrc(2019), "(Пересм. ВКР-19)"),
    ("zh", "（WRC-15）", wrc(2015, revised=False), wrc(2019), "（WRC-19，修订版）"),
    ("en", "(Rev. 2016)", Marker(year=2016, revised=True), Marker(year=2019, revised=True), "(Rev. 2019)"),
    ("en", "(2009)", Marker(year=2009, revised=False), Marker(year=2019, revised=True), "(Rev. 2019)"),
    ("en", "(2004, last modified 2009)", Marker(year=2009, revised=True), Marker(year=2019, revised=True), "(2004, last modified 2019)"),
    ("zh", "（2009年）", Marker(year=2009, revised=False), Marker(year=2019, revised=True), "（2019年，修订版）"),
    ("en", "(06/2012)", Marker(year=2012, month=6), Marker(year=2020, month=11), "(11/2020)"),
    ("en", "(03/91)", Marker(year=1991, month=3), Marker(year=2020, month=11), "(11/20)"),
    ("ar", "(2019/03)", Marker(year=2019, month=3), Marker(year=2020, month=11), "(2020/11)"),
    ("fr", "Rév. PP-2006", Marker(year=2006, revised=True), place("Bucharest", 2022), "Rév. PP-2022"),
    ("en", "(2014)", Marker(year=2014, revised=False), place("Dubai", 2018), "(Rev. 2018)"),
    ("en", "-0", Marker(revision=0), Marker(revision=2), "-2"),
    ("fr", "(Busan, 2014Rév. Dubaï, 2018)", DUBAI, place("Bucharest", 2022), "(Rév. Bucarest, 2022)"),
    ("fr", "(Hammamet, 2016Genève, 2022)", place("Geneva", 2022, revised=False), place("Geneva", 2022), "(Rév. Genève, 2022)"),
    ("zh", "（20172022年，布宜诺斯艾利斯基加利）", place("Kigali", 2022, revised=False), KIGALI, "（2022年，基加利，修订版）"),
])  # fmt: skip
def test_only_what_differs_is_changed(lang, printed, old, new, expected, register, lexicons):
    assert printer(register, lexicons, lang).rewritten(printed, old, new, "resolution") == expected


def test_a_word_that_is_put_in_is_spaced_and_spelled_as_the_text_does(register, lexicons):
    close = printer(register, lexicons, "fr", Habits(gap="\u00a0"))
    assert close.rewritten("(Busan, 2014)", FIRST, DUBAI, "resolution") == "(Rév.\u00a0Dubaï, 2018)"
    bare = printer(register, lexicons, "ar", Habits(vocalised=False))
    assert bare.rewritten("(بوسان، 2014)", FIRST, DUBAI, "resolution") == "(المراجع في دبي، 2018)"


@pytest.mark.parametrize(("shown", "expected"), [
    ("(2014年，釜山)", "(WRC-19，修订版)"), ("(2014年,釜山)", "(WRC-19,修订版)"), ("（2014年，釜山）", "(WRC-19,修订版)"),
])  # fmt: skip
def test_a_comma_that_is_put_in_is_as_wide_as_those_of_the_text(shown, expected, register, lexicons):
    habits = Habits(samples=(Sample(printed=shown, marker=FIRST, before=""),))
    changed = printer(register, lexicons, "zh", habits).rewritten("(WRC-15)", wrc(2015, revised=False), wrc(2019), "")
    assert changed == expected


def test_digits_of_any_script():
    assert plain("٢٠١٨ and ２０１８") == "2018 and 2018"
    assert like("2018", "٢") == "٢٠١٨"
    assert like("2018", "no digit") == "2018"
