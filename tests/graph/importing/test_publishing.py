"""Whether a text is in force, by its record: the stage, the letter in its address, and the texts after it."""

import pytest

from graph_service.graph.importing.naming import Namer
from graph_service.graph.importing.prepared import prepare
from graph_service.graph.importing.record import RecordReader
from tests.graph.importing.composed import record

T = "https://www.itu.int/rec/T-REC-X.9001-201003-"
R = "https://www.itu.int/dms_pubrec/itu-r/rec/sm/R-REC-SM.9001-0-200305-"
NEWER = record("ITU-T X.9001 (12/2014)", stage="Published")
NEXT = record("ITU-R SM.9001-1", at="2015-06")


def t(**more):
    return record("ITU-T X.9001 (03/2010)", at="2010-03-29", **more)


def r(**more):
    return record("ITU-R SM.9001-0", at="2011-01", **more)


FORCES = [
    ([t(stage="Published", page=f"{T}I")], "in force"),
    ([t(stage="Published")], "in force"),
    ([t(stage="Withdrawal", page=f"{T}S")], "superseded"),
    ([t(stage="Withdrawal", page=f"{T}W")], "withdrawn"),
    ([t(stage="Withdrawal", page=f"{T}I"), NEWER], "superseded"),
    ([t(stage="Withdrawal"), NEWER], "superseded"),
    ([t(stage="Withdrawal")], "withdrawn"),
    ([t(page=f"{T}P")], "in force"),
    ([t(page=f"{T}W")], "withdrawn"),
    ([t()], None),
    ([t(), NEWER], "superseded"),
    ([r(page=f"{R}I!!PDF-E.pdf")], "in force"),
    ([r(page=f"{R}I!!PDF-E.pdf"), NEXT], "superseded"),
    ([r(page=f"{R}W!!PDF-E.pdf"), NEXT], "withdrawn"),
    ([r()], None),
    ([r(), NEXT], "superseded"),
    ([record("ITU-T X.9001 (2010) Amd. 1 (06/2012)", at="2012-06-15", stage="Withdrawal"), t(), NEWER], "superseded"),
    ([record("ITU-T X.9001 (2010) Amd. 1 (06/2012)", at="2012-06-15", stage="Withdrawal"), t()], "withdrawn"),
]


@pytest.mark.parametrize(("records", "force"), FORCES)
def test_the_force_of_the_first_of_some_records(records, force, small, lexicons):
    namer = Namer(small, lexicons)
    read = [RecordReader().read(data, f"{at}.yaml") for at, data in enumerate(records)]
    batch = prepare([(one, namer.name(one.docid, one.doctype)) for one in read], namer, small)
    (first,) = [one for one in batch.prepared if one.settled.record.file == "0.yaml"]
    assert first.force == force
