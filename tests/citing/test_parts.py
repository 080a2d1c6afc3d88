"""The part that is named with an instrument, before it or after it, in six languages."""

import pytest

from graph_service.citing.extract import extract
from graph_service.reading.read import read_documents

PARTS = [
    ("recalling", "Annex 2 to Resolution 139 (Rev. Busan, 2014)", "Annex 2"),
    ("recalling", "Annexes 1 and 2 to Resolution 139 (Rev. Busan, 2014)", "Annexes 1 and 2"),
    ("recalling", "resolves 2 of WTDC Resolution 37 (Rev. Dubai, 2014)", "resolves 2"),
    ("recalling", "§ 98 of the Tunis Agenda", "§ 98"),
    ("recalling", "the work done as part of Resolution 139 (Rev. Busan, 2014)", None),
    ("recalling", "Annex 2 deals with Resolution 139 (Rev. Busan, 2014)", None),
    ("rappelant", "le point 2 du décide de la Résolution 139 (Rév. Busan, 2014)", "point 2"),
    ("recordando", "el Anexo 2 a la Resolución 139 (Rev. Busán, 2014)", "Anexo 2"),
    ("напоминая", 'пункт 2 раздела "решает" Резолюции 139 (Пересм. Пусан, 2014 г.)', "пункт 2"),
    ("忆及", "全权代表大会第139号决议（2014年，釜山，修订版）附件2", "附件2"),
    ("إذ يذكّر", "الملحق 2 بالقرار 139 (المراجَع في بوسان، 2014)", "الملحق 2"),
]


@pytest.mark.parametrize("heading, words, part", PARTS)
def test_the_part_that_is_named(heading, words, part, register, lexicons):
    text = f"{heading}\na)\t{words};\n"
    document = read_documents(text.encode(), name="text.txt", register=register, lexicons=lexicons)[0]
    assert [one.cited_part for one in extract(document, register, lexicons)] == [part]
