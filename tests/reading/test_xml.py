import pytest

from graph_service.errors import ProblemError
from graph_service.reading.xml import parse_xml


def test_comments_and_instructions_are_dropped():
    root = parse_xml(b"<a>x<!-- no --><?no no?>y</a>", "a.xml")
    assert root.text == "xy"


@pytest.mark.parametrize(
    "data, words",
    [
        (b"<a><b></a>", "broken"),
        (b"", "broken"),
        (b"<?xml version='1.0' encoding='UTF-8'?><a>\xe9</a>", "broken"),
        (b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "DOCTYPE"),
        (b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "DOCTYPE"),
    ],
)
def test_one_sentence_says_what_is_wrong(data, words):
    with pytest.raises(ProblemError, match=words) as caught:
        parse_xml(data, "a.xml")
    assert "\n" not in str(caught.value)
