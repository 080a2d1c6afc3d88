"""Documents without clauses: reports, Recommendations, lists."""

import pytest

REPORT = "Council 2023\nDocument C23/22-E\nReport on trees\nSummary\nThis report answers Decision 5.\nReferences: Decision 5; Resolution 94\n1\tIntroduction\n1.1\tTrees grew."
RECOMMENDATION = (
    "Recommendation ITU-T X.9999\nCode of trees\nSummary\nRecommendation ITU-T X.9999 describes trees.\nITU-T X.9999\n"
    "RECOMMENDATION ITU-T X.9999\nCode of trees\n2\tReferences\n[ITU-T X.9998] Recommendation ITU-T X.9998 (2016), Code of shrubs.\n"
    "Annex A\nTables\nThe codes are listed here.\n(1) A note to the table.\nBibliography\nOther texts."
)
LISTS = (
    "List of codes (Recommendation ITU-T X.9999)\nThis list fills the field of Recommendation ITU-T X.9998.\n"
    "List of networks according to Recommendation ITU-T X.9997\nList of countries of Recommendation ITU-T X.9996\n"
    "Reserved for the growth of Recommendation ITU-T X.9996."
)
GOES_ON = (
    "Report on trees\n1\tIntroduction\nIn keeping with No. 900 of the Convention the group of foresters has these "
    "duties:\nto count the trees of the towns and the parks and the gardens of all countries;"
)
BULLETIN = "LIST OF CODES\nAccording to Recommendation ITU-T X.9999 (10/2000)\nNote of the Bureau\nRecommendation ITU-T X.9999 says so.\nTHE CODES OF 2011 (RR 25.1)"
MARKED = GOES_ON.removesuffix(";") + "     (WRC-19)"
GOVERNED = {
    "a report is body": (REPORT, ["title"] * 4 + ["body"] * 4),
    "a Recommendation": (
        RECOMMENDATION,
        ["title"] * 3
        + ["body", "body", "title", "body", "body", "body", "annex", "annex", "annex", "footnote", "annex", "annex"],
    ),
    "titles of lists and the notes under them": (LISTS, ["title", "footnote", "title", "title", "footnote"]),
    "running text that goes on with a list": (
        GOES_ON,
        ["title", "title", "body", "body"],
    ),
    "running text with the mark of its conference apart": (MARKED, ["title", "title", "body", "body"]),
    "notes after a raised sign": (
        REPORT + "\n¹\tSee Decision 7.\n* Trees grew again.",
        ["title"] * 4 + ["body"] * 4 + ["footnote", "body"],
    ),
    "a list with running text": (BULLETIN, ["title", "title", "title", "body", "title"]),
}


@pytest.mark.parametrize("text, expected", GOVERNED.values(), ids=GOVERNED.keys())
def test_what_a_line_is(read, text, expected):
    assert [one.regions[0].clause for one in read(text).paragraphs] == expected


def test_paragraphs_of_an_annex_are_counted(clauses):
    assert clauses("The rule holds.\nANNEX 1\nFirst.\nSecond.")[1:] == [("annex-1",), ("annex-1.p1",), ("annex-1.p2",)]


def test_asciidoc_headings_are_titles_and_a_numbered_paragraph_is_not(clauses):
    found = clauses(
        "= Список кодов МСЭ-T X.9999\n== Примечание\n. Настоящий Список согласно Рекомендации МСЭ-T X.9999\nзаменяет прежний."
    )
    assert [regions[0].partition(".")[0] for regions in found] == ["title", "title", "body", "body"]
