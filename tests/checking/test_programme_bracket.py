"""What stands behind a programme's name goes with it: place and year are rewritten, else the fix is only offered."""

from datetime import date

import pytest

from graph_service.checking.knowledge import Knowledge
from graph_service.checking.run import Options, run
from graph_service.citing.extract import citing_text
from graph_service.reading.read import read_documents

HEAD = {
    "en": "RESOLUTION 64 (Rev. Bucharest, 2022)\nOn the example\nThe Plenipotentiary Conference (Bucharest, 2022),\nresolves\n",
    "fr": "RÉSOLUTION 64 (Rév. Bucarest, 2022)\nExemple\nLa Conférence de plénipotentiaires (Bucarest, 2022),\ndécide\n",
    "es": "RESOLUCIÓN 64 (Rev. Bucarest, 2022)\nEjemplo\nLa Conferencia de Plenipotenciarios (Bucarest, 2022),\nresuelve\n",
    "ru": "РЕЗОЛЮЦИЯ 64 (ПЕРЕСМ. БУХАРЕСТ, 2022 Г.)\nПример\nПолномочная конференция (Бухарест, 2022 г.),\nрешает\n",
    "zh": "第64号决议（2022年，布加勒斯特，修订版）\n示例\n全权代表大会（2022年，布加勒斯特），\n做出决议\n",
    "ar": "القـرار 64 (المراجَع في بوخارست، 2022)\nمثال\nإن مؤتمر المندوبين المفوضين (بوخارست، 2022)،\nيقـرر\n",
}
GOES_WITH = [
    ("en", "Dubai Action Plan (Dubai, 2014)", "Kigali Action Plan (Kigali, 2022)"),
    ("en", "Dubai Action Plan\u00a0(Dubai,\u00a02014)", "Kigali Action Plan\u00a0(Kigali,\u00a02022)"),
    ("en", "Connect 2020 Agenda (Busan, 2014)", "Connect 2030 Agenda (Dubai, 2018)"),
    ("fr", "Plan d'action de Buenos Aires (Buenos Aires, 2017)", "Plan d'action de Kigali (Kigali, 2022)"),
    ("es", "Plan de Acción de Dubái (Dubái, 2014)", "Plan de Acción de Kigali (Kigali, 2022)"),
    ("ru", "Дубайский план действий (Дубай, 2014 г.)", "Кигалийский план действий (Кигали, 2022 г.)"),
    ("zh", "《迪拜行动计划》（2014年，迪拜）", "《基加利行动计划》（2022年，基加利）"),
    ("ar", "خطة عمل دبي (دبي، 2014)", "خطة عمل كيغالي (كيغالي، 2022)"),
]
STANDS_BESIDE = [
    "Buenos Aires Action Plan (BuAAP)",
    "Buenos Aires Action Plan, 2017,",
    "Buenos Aires Action Plan adopted by WTDC-17",
    "Connect 2020 Agenda (Dubai, 2018)",
]


def found(lang, words, register, lexicons):
    text = f"{HEAD[lang]}1 {words};\n"
    [document] = read_documents(text.encode(), name="a.txt", register=register, lexicons=lexicons)
    options = Options(today=date(2023, 1, 1))
    [report] = run([citing_text(document, register, lexicons)], Knowledge(register), lexicons, options)
    [one] = [one for one in report.findings if one.rule == "programme-superseded"]
    return one.places[0].text, one.fix.text, one.fix.apply


@pytest.mark.parametrize(("lang", "words", "fix"), GOES_WITH)
def test_place_and_year_go_with_the_name(lang, words, fix, register, lexicons):
    assert found(lang, words, register, lexicons) == (words, fix, True)


@pytest.mark.parametrize("words", STANDS_BESIDE)
def test_what_does_not_agree_is_for_a_person(words, register, lexicons):
    assert found("en", words, register, lexicons)[2] is False


def test_a_bracket_that_a_change_has_touched_is_for_a_person(register, lexicons):
    assert found("en", "Dubai Action Plan (Busan, 2010Dubai, 2014)", register, lexicons)[2] is False
