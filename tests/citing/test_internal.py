"""References of a text to its own parts, in six languages: every number of a list, in any script of digits."""

import pytest

from graph_service.citing.internal import internal_references
from graph_service.reading.read import read_documents

WORDS = [
    ("en", "resolves", "1\tto apply *resolves* 8 and 9 above;", [8, 9]),
    ("en", "resolves", "1\tto apply “resolves” 8 to 10 above;", [8, 10]),
    ("en", "resolves", "1\tto apply resolves 8 of Resolution 30;", []),
    ("en", "resolves", "1\tto apply resolves 8 of this Resolution and of Resolution 30;", [8]),
    ("fr", "décide", "1\td'appliquer le point 8 ci-dessus du décide de l'Union;", [8]),
    ("zh", "做出决议", "1\t适用上文做出决议第8段；", [8]),
    ("fr", "décide", "1\td'appliquer les points 8 et 9 du « décide » ci-dessus;", [8, 9]),
    ("es", "resuelve", "1\taplicar el resuelve 8 anterior;", [8]),
    ("ru", "решает", '1\tприменять пункт 8 раздела "решает", выше;', [8]),
    ("zh", "做出决议", "1\t适用上述做出决议8；", [8]),
    ("ar", "يقرر", '1\tتطبيق الفقرتين ٨ و٩ من "يقرر" أعلاه؛', [8, 9]),
]


@pytest.mark.parametrize("lang, heading, sentence, numbers", WORDS)
def test_the_numbers_of_the_parts_that_are_named(lang, heading, sentence, numbers, register, lexicons):
    text = f"{heading}\n{sentence}\n"
    document = read_documents(text.encode(), name="text.txt", register=register, lexicons=lexicons)[0]
    assert document.lang == lang
    found = internal_references(document, lexicons)
    assert [(one.clause, one.number) for one in found] == [("resolves", number) for number in numbers]


def test_a_long_run_of_digits_is_read_at_once(register, lexicons):
    text = f"resolves\n1\tto note {'1234567890' * 40} above;\n"
    document = read_documents(text.encode(), name="text.txt", register=register, lexicons=lexicons)[0]
    assert internal_references(document, lexicons) == ()
