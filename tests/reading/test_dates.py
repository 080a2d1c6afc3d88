from datetime import date

import pytest

from graph_service.reading.dates import PrintedDates

READ = [
    ("2 May 2022", date(2022, 5, 2)),
    ("Document C23/22-F – 5 mai 2023 – Original: anglais", date(2023, 5, 5)),
    ("le 1er juin 2020", date(2020, 6, 1)),
    ("Ginebra, 9-12 de junio de 2020", date(2020, 6, 12)),
    ("15 февраля 2022 года", date(2022, 2, 15)),
    ("2022年3月21-31日，日内瓦", date(2022, 3, 31)),
    ("جنيف، ٩-١٩ يونيو ٢٠٢٠", date(2020, 6, 19)),
    ("2017-04-07", date(2017, 4, 7)),
    ("07.04.2017 г.", date(2017, 4, 7)),
    ("07-04-2017", date(2017, 4, 7)),
]


@pytest.fixture(scope="module")
def dates(lexicons):
    return PrintedDates(lexicon.structure for lexicon in lexicons.values())


@pytest.mark.parametrize("text, day", READ)
def test_days_in_six_languages(dates, text, day):
    assert dates.first([text]) == day


@pytest.mark.parametrize("text", ["Resolution 5 (Dubai, 2018)", "31 February 2020", "2017-13-40", "page 3 of 2020"])
def test_what_is_no_day(dates, text):
    assert dates.first([text]) is None


def test_the_first_text_with_a_day_counts(dates):
    assert dates.first(["Report", "2 May 2022", "3 May 2022"]) == date(2022, 5, 2)
