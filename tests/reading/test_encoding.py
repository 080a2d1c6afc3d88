import pytest

from graph_service.errors import Code, ProblemError
from graph_service.reading.encoding import decode

RUSSIAN = (
    "РЕЗОЛЮЦИЯ 900 (Пересм. Дубай, 2018 г.)\nПолномочная конференция напоминает о деревьях в городах и парках.\n" * 3
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r"])
def test_the_encoding_is_found(encoding):
    assert decode(RUSSIAN.encode(encoding), "a.txt").lstrip("\ufeff") == RUSSIAN


def test_a_declared_encoding_is_believed_if_it_fits():
    assert decode("Деревья".encode("koi8-r"), "a.html", "koi8-r") == "Деревья"
    assert decode("Деревья".encode(), "a.html", "koi8-r") == "Деревья"
    assert decode(RUSSIAN.encode("cp1251"), "a.html", "nonsense") == RUSSIAN


def test_what_is_in_no_encoding():
    with pytest.raises(ProblemError) as caught:
        decode(b"\xff\xfe\x00\xd8\x00", "a.txt")
    assert caught.value.problem.code is Code.UNREADABLE_FILE


FRENCH = "Résolution 900 (Rév. Dubaï, 2018), arbres où l'on s'abrite\n"
SPANISH = "Resolución 900 (Rev. Dubái, 2018), «árboles» del año\n"


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859-1", "iso8859-15"])
@pytest.mark.parametrize("text", [FRENCH, SPANISH, "Décision 900\n", "Cuestión 9/1, número 118\n"])
def test_a_short_text_in_latin_letters(text, encoding):
    assert decode(text.encode(encoding), "a.txt") == text


def test_letters_that_tell_one_western_encoding_from_the_other():
    text = "la mise en œuvre de l'« Œuvre »\n"
    assert decode(text.encode("cp1252"), "a.txt") == text
    assert decode(text.encode("iso8859-15"), "a.txt") == text
    assert decode("l’arbre – 1½ heure\n".encode("cp1252"), "a.txt") == "l’arbre – 1½ heure\n"
