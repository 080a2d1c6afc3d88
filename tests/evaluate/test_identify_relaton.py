"""All identifiers of the bibliographic records: they parse, say what the record says, and are stable under repetition."""

import re
from collections import defaultdict

import pytest

from graph_service.citing.identify import identified, identify
from graph_service.citing.identifying.identification import Change, Identification
from tests.evaluate.relaton import records

KINDS = {"technical-report": "report", "resolution": "resolution", "question": "question", "handbook": "handbook"}
CHANGES = {
    "recommendation-amendment": Change.AMENDMENT,
    "recommendation-corrigendum": Change.CORRIGENDUM,
    "recommendation-annex": Change.ANNEX,
    "recommendation-supplement": Change.SUPPLEMENT,
}
SERIES = re.compile(r"ITU-[TR] (?P<series>[A-Z]+)(?:\.(?=[\d\[])|-(?=\d)| Suppl| ?-\d| series|\d)")
LAST_DATE = re.compile(r"\((?P<month>\d\d)/(?P<year>\d{4})\)$")
TAIL = re.compile(r" (?:\(|Amd|Cor|Err|Annex|App|Add|Suppl|attachment|series|v\.).*|:$")
OTHER_SPELLINGS = (
    ("quarter", "quater"),
    (" ", ""),
    ("[", ""),
    ("]", ""),
    (".HDB", ""),
    ("-BL-", "/BL/"),
    ("6BL5", "6/BL/5"),
    ("BT-", "BT."),
)


@pytest.fixture(scope="module")
def read(register, lexicons):
    return {record: [identify(text, register, lexicons) for text in record.identifiers] for record in records()}


@pytest.fixture(scope="module")
def pairs(read):
    return [
        (text, record, found)
        for record, founds in read.items()
        for text, found in zip(record.identifiers, founds, strict=True)
    ]


def test_there_are_21500_records(read):
    assert len(read) >= 21_500


def test_all_identifiers_parse(pairs):
    assert [(text, str(found)) for text, _, found in pairs if not isinstance(found, Identification)] == []


def test_the_kind_is_that_of_the_record(pairs):
    def agrees(record, found):
        if record.doctype in CHANGES:
            return CHANGES[record.doctype] in found.changes and found.kind.value in {"recommendation", "supplement"}
        return found.kind.value == KINDS.get(record.doctype, "recommendation")

    assert [
        (text, record.doctype, found.kind.value) for text, record, found in pairs if not agrees(record, found)
    ] == []


def test_the_series_is_that_of_the_record(pairs):
    wrong = []
    for text, record, found in pairs:
        match = SERIES.match(text)
        if match and record.doctype not in {"question", "resolution", "handbook"} and found.series != match["series"]:
            wrong.append((text, found.series))
    assert wrong == []


def test_the_number_is_that_of_the_record(pairs):
    assert [
        (text, numbered(found)) for text, record, found in pairs if numbered(found) != number_of(text, record)
    ] == []


def number_of(text, record):
    """The number in a record's identifier, without spaces and other spellings of one thing."""
    number = TAIL.sub("", re.sub(r"^ITU-[TR] ", "", text))
    for written, meant in OTHER_SPELLINGS:
        number = number.replace(written, meant)
    group = re.fullmatch(r"SG0?(\d+)\.(\d+)(-\d+)?", number)
    number = f"{group[2]}{group[3] or ''}/{group[1]}" if group else number
    return number.replace(".", "-", 1) if record.doctype == "recommendation-supplement" and "series" in text else number


def numbered(found):
    """The number of an identification as the records write it: with revision, joint numbers and end of range."""
    number, revision = found.number, found.marker.revision
    if found.kind.value == "supplement":
        return number.rpartition(f".{found.changes[Change.SUPPLEMENT].number}")[0]
    if found.kind.value == "question":
        base, _, group = number.partition("/")
        return f"{base}-{revision}/{group}".replace("-None", "").rstrip("/")
    if found.sector == "ITU-R" and revision is not None:
        number = f"{number}-{revision}"
    also = [other for other in found.also if not other.startswith("ISO")]
    if found.canonical.startswith(f"ITU-T {found.number}-") and also:
        same = also[0].rpartition(".")[0] == found.number.rpartition(".")[0] and found.number.count(".") > 1
        return f"{number}-{also[0].rpartition('.')[2] if same else also[0]}"
    number = "/".join([number, *also])
    return f"R.{number}" if found.kind.value == "resolution" else number


def test_the_date_is_that_of_the_record(pairs):
    wrong = []
    for text, record, found in pairs:
        printed = LAST_DATE.search(text)
        if printed:
            dates = {
                (found.marker.year, found.marker.month),
                *((one.year, one.month) for one in found.changes.values()),
            }
            year, month = record.published.split("-")[:2]
            if (int(printed["year"]), int(printed["month"])) not in dates or (int(year), int(month)) not in dates:
                wrong.append((text, record.published, dates))
    assert wrong == []


def test_they_are_stable_under_repetition(pairs, register, lexicons):
    def parts(one):
        return {name: value for name, value in one.row().items() if name != "input"}

    wrong = [text for text, _, found in pairs if parts(identified(found.canonical, register, lexicons)) != parts(found)]
    assert wrong == []


def test_no_two_of_them_share_a_canonical_form(pairs):
    texts = defaultdict(set)
    for text, _, found in pairs:
        texts[found.canonical].add(text)
    assert [names for names in texts.values() if len(names) > 1] == []
