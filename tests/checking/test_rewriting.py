"""The words that should stand in place of a mention."""

import pytest

from graph_service.checking.habits import habits_of
from graph_service.checking.marker_print import MarkerPrinter
from graph_service.checking.programme_print import ProgrammePrinter
from graph_service.checking.rewriting import Rewriter, marker_place, number_place, revision_place, shares_marker
from graph_service.citing.mention import Stretch
from graph_service.names.iri import parse_instrument
from graph_service.names.marker import Marker
from tests.checking.composed import mention

DUBAI = Marker(place="Dubai", year=2018, revised=True)
BUSAN = {"place": "Busan", "year": 2014, "revised": True}


def rewriter(register, lexicons, lang, mentions=()) -> Rewriter:
    printing = lexicons[lang].printing
    markers = MarkerPrinter(register=register, printing=printing, lang=lang, habits=habits_of(mentions, printing))
    return Rewriter(printing=printing, markers=markers, programmes=ProgrammePrinter(register=register, lang=lang))


@pytest.mark.parametrize("lang, words, expected", [
    ("en", "Resolution 71 of the Plenipotentiary Conference", "Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference"),
    ("fr", "Résolution 71", "Résolution 71 (Rév. Dubaï, 2018)"),
    ("ru", "Резолюция 71", "Резолюция 71 (Пересм. Дубай, 2018 г.)"),
    ("zh", "全权代表大会第71号决议", "全权代表大会第71号决议（2018年，迪拜，修订版）"),
    ("ar", "القرار 71", "القرار 71 (المراجَع في دبي، 2018)"),
    ("ar", "القرار ٧١", "القرار ٧١ (المراجَع في دبي، ٢٠١٨)"),
])  # fmt: skip
def test_a_marker_is_put_in_where_there_was_none(lang, words, expected, register, lexicons):
    cited = mention(register, words, "pp/res/71", lang=lang)
    assert rewriter(register, lexicons, lang).with_marker(cited, DUBAI) == expected


@pytest.mark.parametrize("lang, printed, words, expected", [
    ("en", "Resolution 25\u00a0(Rev.\u00a0Busan,\u00a02014)", "Resolution 71", "Resolution 71\u00a0(Rev.\u00a0Dubai,\u00a02018)"),
    ("fr", "Résolution 25 (Rev. Busan, 2014)", "Résolution 71", "Résolution 71 (Rev. Dubaï, 2018)"),
    ("zh", "第25号决议(2014年,釜山,修订版)", "第71号决议", "第71号决议(2018年,迪拜,修订版)"),
    ("ar", "القرارين 25 (المراجعين في بوسان، 2014)", "القرار 71", "القرار 71 (المراجع في دبي، 2018)"),
    ("ar", "القرار ٢٥ (المراجع في بوسان، ٢٠١٤)", "القرار ٧١", "القرار ٧١ (المراجع في دبي، ٢٠١٨)"),
])  # fmt: skip
def test_a_marker_that_is_put_in_looks_as_the_others_do(lang, printed, words, expected, register, lexicons):
    other = mention(register, printed, "pp/res/25", lang=lang, marker=BUSAN)
    cited = mention(register, words, "pp/res/71", lang=lang)
    assert rewriter(register, lexicons, lang, [other]).with_marker(cited, DUBAI) == expected


def test_a_marker_is_changed_where_it_stands(register, lexicons):
    cited = mention(register, "Resolution 71 (Rev. Busan, 2014) of PP", "pp/res/71", marker=BUSAN, at=40)
    assert rewriter(register, lexicons, "en").with_marker(cited, DUBAI) == "Resolution 71 (Rev. Dubai, 2018) of PP"


def test_a_word_of_revision_is_spaced_as_elsewhere_in_the_text(register, lexicons):
    others = [mention(register, "Résolution 77 (Rév.\u00a0Busan, 2014)", "pp/res/77", marker=BUSAN, lang="fr")]
    cited = mention(register, "Résolution 71", "pp/res/71", lang="fr")
    assert (
        rewriter(register, lexicons, "fr", others).with_marker(cited, DUBAI) == "Résolution 71 (Rév.\u00a0Dubaï, 2018)"
    )


@pytest.mark.parametrize("words, marker, new, expected", [
    ("Resolution ITU-R 66-1", {"revision": 1}, Marker(place="Dubai", year=2023, revised=True, revision=2), "Resolution ITU-R 66-2"),
    ("Resolution ITU-R 66-1 (Geneva, 2015)", {"place": "Geneva", "year": 2015, "revised": False, "revision": 1}, Marker(place="Dubai", year=2023, revised=True, revision=2), "Resolution ITU-R 66-2 (Dubai, 2023)"),
    ("Resolution ITU-R 66-1 (Rev. Geneva, 2015)", {"place": "Geneva", "year": 2015, "revised": True, "revision": 1}, Marker(place="Dubai", year=2023, revised=True, revision=2), "Resolution ITU-R 66-2 (Rev. Dubai, 2023)"),
])  # fmt: skip
def test_the_revision_behind_a_number_changes_with_the_edition(words, marker, new, expected, register, lexicons):
    cited = mention(register, words, "ra/res/66", marker=marker)
    assert rewriter(register, lexicons, "en").with_marker(cited, new) == expected


def test_another_instrument_of_the_same_body(register, lexicons):
    cited = mention(register, "Resolution 57 (Rev. Busan, 2014)", "wtsa/res/57", marker=BUSAN)
    write = rewriter(register, lexicons, "en")
    assert write.with_instrument(cited, parse_instrument("wtsa/res/18"), DUBAI) == "Resolution 18 (Rev. Dubai, 2018)"
    assert write.with_instrument(cited, parse_instrument("wtdc/res/18"), DUBAI) is None


@pytest.mark.parametrize("lang, words, phrase, expected", [
    ("en", "Resolution 77 (Rev. Dubai, 2018) of the Radiocommunication Assembly", " of the Radiocommunication Assembly", "Resolution 77 (Rev. Dubai, 2018) of the Plenipotentiary Conference"),
    ("fr", "Résolution 77 de l'Assemblée des radiocommunications", "de l'Assemblée des radiocommunications", "Résolution 77 de la Conférence de plénipotentiaires"),
    ("en", "Resolution 77 of the Radiocommunication Assembly", "Radiocommunication Assembly", "Resolution 77 of the Plenipotentiary Conference"),
])  # fmt: skip
def test_another_body(lang, words, phrase, expected, register, lexicons):
    cited = mention(register, words, "ra/res/77", lang=lang, body_words=phrase)
    assert rewriter(register, lexicons, lang).with_body(cited, "PP") == expected


def test_a_body_that_is_not_printed_is_not_changed(register, lexicons):
    assert rewriter(register, lexicons, "en").with_body(mention(register, "Resolution 77", "ra/res/77"), "PP") is None


def test_where_marker_and_number_stand(register):
    cited = mention(register, "Resolution 71 (Rev. Busan, 2014)", "pp/res/71", marker=BUSAN, at=10)
    assert cited.text[marker_place(cited).start : marker_place(cited).end] == "(Rev. Busan, 2014)"
    assert cited.text[number_place(cited).start : number_place(cited).end] == "71"
    assert revision_place(cited) is None


def test_a_marker_of_a_list_stands_outside(register):
    shared = mention(register, "Resolutions 64", "pp/res/64", marker=BUSAN, printed="(Rev. Busan, 2014)")
    assert shares_marker(shared)
    assert not shares_marker(mention(register, "Resolution 64", "pp/res/64"))


@pytest.mark.parametrize("words, body_words, expected", [
    ("Resolution 71 (Rev. Busan, 2014) of PP-14", "of PP-14", "Resolution 71 (Rev. Dubai, 2018) of PP-18"),
    ("Resolution 71 (Rev. Busan, 2014) of PP-2014", "of PP-2014", "Resolution 71 (Rev. Dubai, 2018) of PP-2018"),
    ("Resolution 71 (Rev. Busan, 2014) of PP-10", "of PP-10", "Resolution 71 (Rev. Dubai, 2018) of PP-10"),
])  # fmt: skip
def test_the_year_in_the_name_of_a_conference_goes_with_the_marker(words, body_words, expected, register, lexicons):
    cited = mention(register, words, "pp/res/71", marker=BUSAN, body_words=body_words)
    assert rewriter(register, lexicons, "en").with_marker(cited, DUBAI) == expected


def test_struck_words_are_left_out(register, lexicons):
    words = "Resolution 7071 (Rev. Busan, 2014) of PP"
    cited = mention(register, words, "pp/res/71", marker=BUSAN, number="71", at=40, struck=(Stretch(start=51, end=53),))
    assert rewriter(register, lexicons, "en").with_marker(cited, DUBAI) == "Resolution 71 (Rev. Dubai, 2018) of PP"
