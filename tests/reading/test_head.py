"""What a document says of itself: instrument, edition, body, conference, date, draft."""

from datetime import date

import pytest

from graph_service.names.instrument import Instrument
from graph_service.names.kind import Kind
from graph_service.names.marker import Marker

ADOPTED = {
    "en": (
        "RESOLUTION 900 (REV. BUCHAREST, 2022)\nTrees\nThe Plenipotentiary Conference (Bucharest, 2022),\nnoting\ntrees.",
        "PP",
        "pp-22",
    ),
    "fr": (
        "RÉSOLUTION 900 (Rév. New Delhi, 2024)\nArbres\nL'Assemblée mondiale de normalisation des télécommunications (New Delhi, 2024),\nnotant\nles arbres.",
        "WTSA",
        "wtsa-24",
    ),
    "es": (
        "RESOLUCIÓN 900 (REV.CMR-19)\nÁrboles\nLa Conferencia Mundial de Radiocomunicaciones (Sharm el-Sheikh, 2019),\nobservando\nlos árboles.",
        "WRC",
        "wrc-19",
    ),
    "ru": (
        "РЕЗОЛЮЦИЯ 900 (ПЕРЕСМ. ДУБАЙ, 2018 Г.)\nДеревья\nПолномочная конференция (Дубай, 2018 г.),\nотмечая\nдеревья.",
        "PP",
        "pp-18",
    ),
    "zh": (
        "第900号决议（2022年，基加利，修订版）\n树木\n世界电信发展大会（2022年，基加利），\n注意到\n树木。",
        "WTDC",
        "wtdc-22",
    ),
    "ar": (
        "القـرار 900 (المراجَع في دبي، 2018)\nالأشجار\nإن مؤتمر المندوبين المفوضين (دبي، 2018)،\nإذ يلاحظ\nالأشجار.",
        "PP",
        "pp-18",
    ),
}


@pytest.mark.parametrize("text, body, conference", ADOPTED.values(), ids=ADOPTED.keys())
def test_an_adopted_text_is_dated_by_the_closing_day(read, register, text, body, conference):
    head = read(text).head
    assert head.instrument == Instrument(kind=Kind.RESOLUTION, body=body, number="900")
    assert (head.body, head.conference, head.is_draft) == (body, conference, False)
    assert head.marker.revised
    assert head.dated == register.conference(conference).closes
    assert head.dated_from == f"closing day of {conference}"
    assert head.title


MEETINGS = [
    ("World Radiocommunication Conference (WRC-19)\nReport of the Director on trees in towns of the Union", "WRC"),
    ("Conférence de plénipotentiaires (PP-18)\nRapport du Conseil sur les arbres de la ville et de l'Union", "PP"),
    (
        "Всемирная конференция по развитию электросвязи 2017 года (ВКРЭ-17)\nОтчет о деревьях и о работе в городах",
        "WTDC",
    ),
    ("世界无线电通信大会（WRC-19）\n关于城市中的树木的报告", "WRC"),
    ("مؤتمر المندوبين المفوضين (PP-14)\nتقرير بشأن الأشجار في المدن", "PP"),
    ("The Plenipotentiary Conference of the Union has met in towns\nReport on trees of the Union", None),
]


@pytest.mark.parametrize(("text", "body"), MEETINGS)
def test_a_document_of_a_meeting_speaks_for_its_body(read, text, body):
    assert read(text).head.body == body


PROPOSAL = (
    "\tDocument WTDC-22/24(Add.9)-E\n\t2 May 2022\nPROPOSED MODIFICATION OF WTDC RESOLUTION 900 – Trees\nMOD\tXYZ/24A9/1\n"
    "[bookmark: _Toc1]RESOLUTION 900 (Buenos Aires, 2017Rev. Kigali, 2022)\nTrees\n"
    "The World Telecommunication Development Conference (Buenos Aires, 2017Kigali, 2022),\nnoting\ntrees."
)


def test_a_proposal_is_a_draft_dated_by_the_eve_of_the_conference(read):
    head = read(PROPOSAL).head
    assert head.instrument == Instrument(kind=Kind.RESOLUTION, body="WTDC", number="900")
    assert head.marker == Marker(place="Kigali", year=2022, revised=True)
    assert (head.proposal, head.is_draft, head.draft_reason) == ("XYZ/24A9/1", True, "proposal number XYZ/24A9/1")
    assert (head.conference, head.dated) == ("wtdc-22", date(2022, 6, 5))
    assert head.formula.marker == Marker(place="Kigali", year=2022, revised=False)


def test_the_marker_of_the_formula_knows_its_place(read):
    document = read(PROPOSAL)
    formula = document.head.formula
    paragraph = next(one for one in document.paragraphs if one.locator == formula.locator)
    assert paragraph.text[formula.start : formula.end] == "(Buenos Aires, 2017Kigali, 2022)"


OLD = (
    "{number}\n{sign}\tXYZ/24A9/1\nRESOLUTION 900 (Rev. Buenos Aires, 2017)\nTrees\n"
    "The World Telecommunication Development Conference (Buenos Aires, 2017),\nnoting\na) {words}"
)
NUMBER, CITED = "Document WTDC-22/24(Add.9)-E", "Resolution 71 (Rev. Busan, 2014Dubai, 2018) on trees."


@pytest.mark.parametrize(("sign", "number", "words", "conference"), [
    ("NOC", NUMBER, "trees.", "wtdc-22"),
    ("SUP", NUMBER, "trees.", "wtdc-22"),
    ("MOD", NUMBER, "trees.", "wtdc-22"),
    ("NOC", "Trees", "trees.", None),
    ("SUP", "Trees", "trees.", None),
    ("MOD", "Trees", "trees.", "wtdc-17"),
    ("MOD", "Trees", CITED, "wtdc-17"),
    ("MOD", NUMBER, CITED, "wtdc-22"),
    ("MOD", "Document WTDC-14/24-E", "trees.", "wtdc-17"),
    ("MOD", "Document PP-18/24-E", "trees.", "wtdc-17"),
])  # fmt: skip
def test_a_draft_with_the_marker_of_the_old_edition(read, sign, number, words, conference):
    head = read(OLD.format(sign=sign, number=number, words=words)).head
    assert (head.is_draft, head.operation, head.conference) == (True, sign, conference)
    assert head.marker == Marker(place="Buenos Aires", year=2017, revised=True)


def test_the_head_of_a_page_before_the_title_tells_no_edition(read):
    head = read("Resolution 900 265\nRESOLUTION 900 (REV. BUCHAREST, 2022)\nrecalling\na) the trees;").head
    assert head.instrument == Instrument(kind=Kind.RESOLUTION, body="PP", number="900")
    assert head.marker == Marker(place="Bucharest", year=2022, revised=True)


LISTED = [
    (
        "RECOMMENDATION ITU-R M.900-2\nTrees on board\n(2009-2015)\nRelated Recommendations\n"
        "Recommendation ITU-R M.901-1 (02/2022) – Trees on land\nThe ITU Radiocommunication Assembly,\nconsidering\na) trees;"
    ),
    (
        "ITU-R M.900-2建议书\n船上的树木\n（2009-2015年）\n相关建议书\n"
        "ITU-R M.901-1建议书（02/2022） – 陆地上的树木\n国际电联无线电通信全会，\n考虑到\na)\t树木；"
    ),
]


@pytest.mark.parametrize("text", LISTED, ids=["en", "zh"])
def test_a_recommendation_listed_with_its_title_is_not_the_text(read, text):
    head = read(text).head
    assert head.instrument == Instrument(kind=Kind.RECOMMENDATION, body="ITU-R", number="M.900")
    assert head.marker.revision == 2


MADE = {
    "MOD alone proves nothing": ("MOD\n" + ADOPTED["en"][0], {"is_draft": False, "suppresses": False}),
    "SUP takes the text away": (
        "SUP\tXYZ/24A9/2\nRESOLUTION 900 (Buenos Aires, 2017)\nTrees",
        {"suppresses": True, "is_draft": True},
    ),
    "a draft says so": (
        "DRAFT NEW RESOLUTION [XYZ-1] (WRC-23)\nTrees\nThe World Radiocommunication Conference (Dubai, 2023),\nnoting\ntrees.",
        {"is_draft": True, "instrument": None, "conference": "wrc-23"},
    ),
    "proposals in a title are no draft": (
        "RESOLUTION 900 (Dubai, 2018)\nProposals for trees\nThe Plenipotentiary Conference (Dubai, 2018),\nnoting\ntrees.",
        {"is_draft": False},
    ),
    "open changes are a draft": (
        "RESOLUTION 900 (Rev. Dubai, 2018Bucharest, 2022)\nTrees\nThe Plenipotentiary Conference (Dubai, 2018Bucharest, 2022),\nnoting\ntrees.",
        {"is_draft": True, "draft_reason": "open tracked changes", "conference": "pp-22"},
    ),
    "a report has the date of its head": (
        "Council 2023 – Geneva, 11-21 July 2023\nDocument C23/22-E\nReport on trees\nSummary\nThe trees grew on 3 May 2019.",
        {"body": "Council", "conference": "council-2023", "dated": date(2023, 7, 21), "instrument": None},
    ),
    "a Recommendation": (
        "Recommendation ITU-T X.9999 (04/2017)\nTrees\nSummary\nTrees are green.",
        {
            "instrument": Instrument(kind=Kind.RECOMMENDATION, body="ITU-T", number="X.9999"),
            "dated": date(2017, 4, 30),
            "body": "ITU-T",
        },
    ),
    "a Recommendation of ITU-R has its revision": (
        "RECOMMENDATION ITU-R BO.999-2\nTrees\nThe ITU Radiocommunication Assembly,\nconsidering\ntrees,",
        {
            "instrument": Instrument(kind=Kind.RECOMMENDATION, body="ITU-R", number="BO.999"),
            "marker": Marker(revision=2),
        },
    ),
    "a Resolution of RA": (
        "RESOLUTION ITU-R 99-3 (Rev. Dubai, 2023)\nTrees\nThe ITU Radiocommunication Assembly,\nconsidering\ntrees,",
        {"instrument": Instrument(kind=Kind.RESOLUTION, body="RA", number="99"), "conference": "ra-23"},
    ),
}


@pytest.mark.parametrize("text, fields", MADE.values(), ids=MADE.keys())
def test_heads(read, text, fields):
    head = read(text).head
    assert {name: getattr(head, name) for name in fields} == fields


def test_a_draft_that_the_reader_was_told_of(register, lexicons):
    from graph_service.reading.read import read_documents

    [document] = read_documents(
        ADOPTED["en"][0].encode(), name="a.txt", register=register, lexicons=lexicons, draft="pp-26"
    )
    assert (document.head.is_draft, document.head.conference) == (True, "pp-26")
    assert document.head.dated == date(2026, 11, 8)
