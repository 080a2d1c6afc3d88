"""Sentences end where a reader ends them: not in a marker, after an abbreviation or a label, in any of six languages."""

import pytest

from graph_service.citing.normalise import normal
from graph_service.citing.sentences import sentence_bounds
from graph_service.citing.words import compile_words

TEXTS = [
    ("en", ["a) Resolution 30 (Rev. Dubai, 2014) of this Conference."]),
    ("en", ["See Res. 30 of the Union.", " Resolution 5 stands."]),
    ("en", ["It met in 2018.", " The text stands."]),
    ("en", ["1. The text by Mr. Smith stands."]),
    ("fr", ["d) selon la Rés. 30 de l'UIT.", " La Résolution 5 demeure."]),
    ("es", ["los Sectores de la Unión.", " Que se apliquen."]),
    ("ru", ["a) Резолюции 30 (Пересм. Дубай, 2014 г.), 30 (Пересм. Буэнос-Айрес, 2017 г.) Конференции."]),
    ("ru", ["сумма 5 млн. долл. США, см. Резолюцию 5.", " Она действует."]),
    ("zh", ["第30号决议（2014年，迪拜，修订版）。", "第5号决议有效；", "见第2.3节。"]),
    ("ar", ["بالقرار 30 (المراجَع في دبي، 2014) للدول.", " القرار 5 نافذ."]),
]


@pytest.mark.parametrize("lang, sentences", TEXTS)
def test_sentences_end_where_a_reader_ends_them(lang, sentences, register, lexicons):
    text = normal("".join(sentences)).text
    found = sentence_bounds(text, compile_words(lang, lexicons, register).abbreviations)
    assert [text[start:end] for start, end in found] == [normal(one).text for one in sentences]
