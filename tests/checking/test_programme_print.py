"""A programme's name in the place of its predecessor's, changing only what differs."""

import pytest

from graph_service.checking.programme_print import ProgrammePrinter

CONNECT = ("connect-2020", "connect-2030")
PLANS = ("buenos-aires-action-plan-2017", "kigali-action-plan-2022")
STRATEGIC = ("strategic-plan-2016-2019", "strategic-plan-2020-2023")


@pytest.mark.parametrize("lang, printed, names, expected", [
    ("en", "Connect 2020 Agenda", CONNECT, "Connect 2030 Agenda"),
    ("en", "Connect 2020", CONNECT, "Connect 2030"),
    ("fr", "Programme Connect 2020", CONNECT, "Programme Connect 2030"),
    ("fr", "Programme Connect\u00a02020", CONNECT, "Programme Connect\u00a02030"),
    ("es", "Agenda Conectar 2020", CONNECT, "Agenda Conectar 2030"),
    ("ru", 'Повестки дня "Соединим к 2020 году"', CONNECT, 'Повестки дня "Соединим к 2030 году"'),
    ("zh", "连通２０２０议程", CONNECT, "连通２０３０议程"),
    ("ar", "برنامج التوصيل في ٢٠٢٠", CONNECT, "برنامج التوصيل في ٢٠٣٠"),
    ("en", "Buenos Aires Action Plan", PLANS, "Kigali Action Plan"),
    ("en", "BUENOS AIRES ACTION PLAN", PLANS, "KIGALI ACTION PLAN"),
    ("fr", "Plan d’action de Buenos Aires", PLANS, "Plan d'action de Kigali"),
    ("ru", "Буэнос-Айресский план действий", PLANS, "Кигалийский план действий"),
    ("ru", "Буэнос-Айресского плана действий", PLANS, "Кигалийского плана действий"),
    ("ru", "БУЭНОС-АЙРЕССКИМ ПЛАНОМ ДЕЙСТВИЙ", PLANS, "КИГАЛИЙСКИМ ПЛАНОМ ДЕЙСТВИЙ"),
    ("zh", "《布宜诺斯艾利斯行动计划》", PLANS, "《基加利行动计划》"),
    ("en", "strategic plan for the Union for 2016-2019", STRATEGIC, "strategic plan for the Union for 2020-2023"),
    ("ru", "Стратегический план Союза на 2016–2019 годы", STRATEGIC, "Стратегический план Союза на 2020–2023 годы"),
    ("en", "strategic plan for the Union", STRATEGIC, None),
    ("en", "the agenda agreed in Busan", CONNECT, None),
])  # fmt: skip
def test_the_name_that_stands_there(lang, printed, names, expected, register):
    assert ProgrammePrinter(register=register, lang=lang).rewritten(printed, *names) == expected
