import pytest

from graph_service.names.marker import Marker
from graph_service.reading.marks import full_year, marks_of

READ = [
    ("(REV. BUCHAREST, 2022)", Marker(place="Bucharest", year=2022, revised=True)),
    ("(Dubaï, 2018)", Marker(place="Dubai", year=2018, revised=False)),
    ("(ПЕРЕСМ. БУХАРЕСТ, 2022 Г.)", Marker(place="Bucharest", year=2022, revised=True)),
    ("（２０２４年，新德里，修订版）", Marker(place="New Delhi", year=2024, revised=True)),
    ("(المراجَع في دبي، ٢٠١٨)", Marker(place="Dubai", year=2018, revised=True)),
    ("(REV.CMR-19)", Marker(year=2019, revised=True, conference_word="WRC")),
    ("（WRC-19，修订版）", Marker(year=2019, revised=True, conference_word="WRC")),
    ("(MODIFIED 2020)", Marker(year=2020, revised=True)),
    ("(1996, last modified 2001)", Marker(year=2001, revised=True)),
    ("(المعدَّل في ٢٠٢٠)", Marker(year=2020, revised=True)),
    ("(04/2017)", Marker(year=2017, month=4, revised=False)),
    ("(2017/04)", Marker(year=2017, month=4, revised=False)),
    ("(2011)", Marker(year=2011, revised=False)),
    ("on the use of trees", Marker()),
]


@pytest.fixture(scope="module")
def marks(lexicons, register):
    return marks_of(lexicons, register)


@pytest.mark.parametrize("text, marker", READ)
def test_edition_marks_of_six_languages(marks, text, marker):
    assert marks.read(text) == marker


@pytest.mark.parametrize("text, word", [("WTDC-22/24(Add.9)-E", "wtdc"), ("CMDT-22/24-F", "cmdt")])
def test_the_number_of_a_conference_document(marks, text, word):
    assert marks.numbered.search(text.lower())["word"] == word


@pytest.mark.parametrize("printed, year", [(19, 2019), (87, 1987), (2012, 2012)])
def test_years_of_two_digits(printed, year):
    assert full_year(printed) == year
