"""What is no identifier, or the name of several texts: the error says what was expected or which they are."""

import pytest

from graph_service.citing.identify import identified
from graph_service.errors import Code, ProblemError

NO_IDENTIFIERS = (
    "", " ", "-", "()", "hello world", "ITU", "ITU-T", "ITU-R", "ITU-T G", "ITU-T G-series", "Resolution", "Recommendation ITU-T",
    "Resolution (Rev. Dubai, 2018)", "197", "1.2.3", "1-5", "70/1", "PP", "PP-18", "WTSA-20", "the Council",
    # documents, circulars, standards of others, telephone numbers and the like
    "C16/43", "WTDC-22/24(Add.9)", "CR/453", "EG-DEC482-3/2", "A/72/492", "WSIS-03/GENEVA/DOC/4", "ISO 9001",
    "ISO/IEC 27001:2022", "IEEE 802.11", "RFC 3261", "ETSI EN 300 328", "EN 300 328", "3GPP TS 23.501", "BS 7799", "MP3",
    "B2B", "H2O", "+41 22 730 51 11", "Mr. Smith 5", "48th session", "Study Group 17",
    # several texts, or more than a name
    "Resolutions 71 and 77", "Resolution 71, 77", "G.711 and G.712", "ITU-T E.164 1234", "ITU-T G.711 (2016) (2017)",
    "ITU-T G.711 ITU-R M.1371", "Nos. 118 and 119 of the Constitution", "Resolution 200 (Rev. Dubai, 2018) on Connect 2030",
    "ITU-T G.711 Amd. 1 Amd. 2",
    # not so
    "ITU-T G.711 (13/2016)", "ITU-T ABC.123", "ITU-T XYZZY", "Resolution 197 (foo bar)", "WTSA-21 Resolution 1",
    "Article 19 of the Universal Declaration", "T-REC-G.711-198811-I!Foo1", "Резолюция", "第号决议", "القرار",
)  # fmt: skip


@pytest.mark.parametrize("text", NO_IDENTIFIERS)
def test_what_is_no_identifier_is_refused(text, register, lexicons):
    with pytest.raises(ProblemError) as caught:
        identified(text, register, lexicons)
    assert caught.value.problem.code is Code.NOT_AN_IDENTIFIER
    assert "was expected, such as ITU-T G.711" in caught.value.problem.what


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ITU-T ABC.123", "ITU-T has no series ABC"),
        ("Resolution 197 (foo bar)", "'(foo bar)' is no date, edition or language"),
        ("G.711 and G.712", "'and G.712' is no part of an identifier"),
        ("ITU-T G.711 (2016) (2017)", "it has two dates"),
        ("ITU-T G.711 ITU-R M.1371", "it names both ITU-T and ITU-R"),
        ("Question 5/99", "a Question has a Sector"),
        ("WTSA-21 Resolution 1", "no conference is called WTSA-21"),
        ("ITU-T G Suppl.", "a Supplement has a number"),
        ("ITU-D XX.22", "ITU-D has no series"),
        ("Radio Regulations", "a numbered provision of the text was expected"),
        ("Operational Bulletin", "an Operational Bulletin has a number"),
        ("x" * 500, "it is too long"),
    ],
)
def test_the_error_says_what_is_wrong(text, says, register, lexicons):
    with pytest.raises(ProblemError) as caught:
        identified(text, register, lexicons)
    assert says in caught.value.problem.what


def test_a_long_text_is_not_repeated_whole(register, lexicons):
    with pytest.raises(ProblemError) as caught:
        identified("Resolution " + "x" * 5000, register, lexicons)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("Res. 50", {"ra/res/50", "wtdc/res/50", "wtsa/res/50"}),
        ("Résolution 50", {"ra/res/50", "wtdc/res/50", "wtsa/res/50"}),
        ("第50号决议", {"ra/res/50", "wtdc/res/50", "wtsa/res/50"}),
        ("Question 1/1", {"itu-d/q/1-1", "itu-r/q/1/1"}),
    ],
)
def test_a_name_of_several_texts_is_refused_with_the_choices(text, choices, register, lexicons):
    with pytest.raises(ProblemError) as caught:
        identified(text, register, lexicons)
    assert caught.value.problem.code is Code.AMBIGUOUS
    assert choices <= set(caught.value.problem.choices)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Res. 50 (Rev. Hammamet, 2016)", "WTSA"), ("Res. 37 (Rev. Buenos Aires, 2017)", "WTDC"),
        ("Res. 25 (Rev. Dubai, 2018)", "PP"), ("Res. 750 (Rev.WRC-19)", "WRC"), ("Res. 1333", "Council"),
        ("Decision 482", "Council"), ("Opinion 5 (Geneva, 2013)", "WTPF"), ("Res. 70/1", "UNGA"), ("Res. 197", "PP"),
    ],
)  # fmt: skip
def test_the_edition_or_number_tells_the_body(text, body, register, lexicons):
    assert identified(text, register, lexicons).body == body
