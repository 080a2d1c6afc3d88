"""Words that look back, in six languages: anywhere in the sentence, or tied to the reference; not those of other things."""

import pytest

from graph_service.citing.extract import extract
from graph_service.reading.read import read_documents

HEADINGS = {
    "en": "of the Union and of its Members\nrecalling",
    "fr": "les travaux de l'Union et de ses Membres\nrappelant",
    "es": "los trabajos de la Unión y de sus Miembros\nrecordando",
    "ru": "напоминая",
    "zh": "忆及",
    "ar": "إذ يذكّر",
}
LOOKS_BACK = [
    ("en", "the former Resolution 139 (Rev. Busan, 2014)"),
    ("en", "Resolution 139 (Rev. Busan, 2014), now abrogated"),
    ("en", "Resolution 139 (Rev. Busan, 2014), as amended by the Conference"),
    ("en", "Resolution 139 (Rev. Busan, 2014) confirmed the plan"),
    ("en", "Resolution 139 (Rev. Busan, 2014), on the divide, which authorized the plan"),
    ("en", "the group established by Resolution 139 (Rev. Busan, 2014)"),
    ("en", "that a fund was established to accompany Resolution 139 (Rev. Busan, 2014)"),
    (
        "en",
        "The results of the implementation of the plan and of Resolution 139 (Rev. Busan, 2014) have been impressive",
    ),
    ("fr", "Les résultats de la mise en oeuvre de la Résolution 139 (Rév. Busan, 2014) ont été remarquables"),
    ("es", "Los resultados de la aplicación de la Resolución 139 (Rev. Busán, 2014) han sido notables"),
    ("ru", "Результаты выполнения Резолюции 139 (Пересм. Пусан, 2014 г.) были значительными"),
    ("zh", "执行第139号决议（2014年，釜山，修订版）的成果令人瞩目"),
    ("ar", "إن نتائج تنفيذ القرار 139 (المراجَع في بوسان، 2014) كانت كبيرة"),
    ("fr", "l'ancienne Résolution 139 (Rév. Busan, 2014)"),
    ("fr", "la Résolution 139 (Rév. Busan, 2014), adoptée à l'origine par la Conférence"),
    ("fr", "le groupe créé par la Résolution 139 (Rév. Busan, 2014)"),
    ("es", "la antigua Resolución 139 (Rev. Busán, 2014)"),
    ("es", "la Resolución 139 (Rev. Busán, 2014), posteriormente derogada"),
    ("ru", "прежнюю Резолюцию 139 (Пересм. Пусан, 2014 г.)"),
    ("ru", "группу, учрежденную Резолюцией 139 (Пересм. Пусан, 2014 г.)"),
    ("ru", "Резолюцию 139 (Пересм. Пусан, 2014 г.), утратившую силу"),
    ("zh", "原全权代表大会第139号决议（2014年，釜山，修订版）"),
    ("zh", "经全权代表大会（2018年，迪拜）修正的第139号决议（2014年，釜山，修订版）"),
    ("ar", "القرار 139 (المراجَع في بوسان، 2014) الملغى"),
    ("ar", "القرار 139 (المراجَع في بوسان، 2014) بصيغته المعدلة"),
]
DOES_NOT = [
    ("en", "that the group established by the Council has to apply Resolution 139 (Rev. Busan, 2014)"),
    ("en", "that a fund was established in 2016 and that Resolution 139 (Rev. Busan, 2014) applies"),
    ("en", "that the former members of the group apply Resolution 139 (Rev. Busan, 2014)"),
    ("en", "to report on the results of the implementation of Resolution 139 (Rev. Busan, 2014)"),
    ("ru", "представить отчет о результатах выполнения Резолюции 139 (Пересм. Пусан, 2014 г.)"),
    ("fr", "que la Conférence a approuvé le budget et que la Résolution 139 (Rév. Busan, 2014) s'applique"),
    ("es", "que el Consejo aprobó el presupuesto y que la Resolución 139 (Rev. Busán, 2014) se aplica"),
    ("ru", "что фонд был создан в 2016 году и что Резолюция 139 (Пересм. Пусан, 2014 г.) применяется"),
    ("zh", "以前的研究表明第139号决议（2014年，釜山，修订版）适用于经济发展"),
    ("ar", "أن الدورات السابقة طبقت القرار 139 (المراجَع في بوسان، 2014)"),
]


def found(lang, words, register, lexicons):
    text = f"{HEADINGS[lang]}\na)\t{words};\n"
    document = read_documents(text.encode(), name="text.txt", register=register, lexicons=lexicons)[0]
    return [one.looking_back is not None for one in extract(document, register, lexicons) if one.marker.year == 2014]


@pytest.mark.parametrize("lang, words", LOOKS_BACK)
def test_words_that_look_back(lang, words, register, lexicons):
    assert found(lang, words, register, lexicons) == [True]


@pytest.mark.parametrize("lang, words", DOES_NOT)
def test_a_past_of_something_else(lang, words, register, lexicons):
    assert found(lang, words, register, lexicons) == [False]


def test_a_past_act_counts_for_a_whole_list(register, lexicons):
    words = (
        "the group was established pursuant to Resolution 139 (Rev. Busan, 2014) and Resolution 71 (Rev. Busan, 2014)"
    )
    assert found("en", words, register, lexicons) == [True, True]
