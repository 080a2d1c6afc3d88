"""The encoding of a file is the one that gives its bytes back."""

import pytest

from graph_service.correcting.characters import characters_of
from graph_service.errors import ProblemError

SAID = [
    (b"plain", "utf-8"),
    ("\u00e9t\u00e9".encode(), "utf-8"),
    (b"\xef\xbb\xbfplain", "utf-8"),
    ("\ufeffété".encode("utf-16-le"), "utf-16-le"),
    ("\ufeffété".encode("utf-16-be"), "utf-16-be"),
    (b'<meta charset="iso-8859-1"><p>plain</p>', "iso-8859-1"),
    ('<meta charset="iso-8859-1"><p>été</p>'.encode(), "utf-8"),
    ('<meta charset="iso-8859-1"><p>été</p>'.encode("latin-1"), "iso-8859-1"),
    ('<?xml version="1.0" encoding="ISO-8859-1"?><a>été</a>'.encode(), "ISO-8859-1"),
    (b'<meta charset="no-such-thing"><p>plain</p>', "utf-8"),
]


@pytest.mark.parametrize(("data", "encoding"), SAID)
def test_the_encoding_is_found_and_gives_the_bytes_back(data, encoding):
    found = characters_of(data, "a file")
    assert found.encoding == encoding
    assert found.encoded(found.text) == data


def test_bytes_that_no_encoding_gives_back_are_refused():
    with pytest.raises(ProblemError) as error:
        characters_of(b"\xff\xfea\xd8\x00", "a file")
    assert "UTF-8" in error.value.problem.hint


def test_what_an_encoding_has_is_known():
    found = characters_of(b'<?xml version="1.0" encoding="ISO-8859-1"?><a/>', "a file")
    assert found.can_hold("été")
    assert not found.can_hold("Дубай")
