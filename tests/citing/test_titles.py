"""Titles that are quoted with a reference, and markers behind them."""

import pytest

from graph_service.citing.extract import extract
from graph_service.reading.read import read_documents

REFERENCE = "Resolution 139 (Rev. Dubai, 2018) of the Plenipotentiary Conference"


def mentions(text, register, lexicons):
    document = read_documents(
        f"recalling\na)\t{text};\n".encode(), name="text.txt", register=register, lexicons=lexicons
    )[0]
    return extract(document, register, lexicons)


@pytest.mark.parametrize("text, title, is_open", [
    (f"{REFERENCE}, entitled “The digital divide” and more", "The digital divide", False),
    (f"{REFERENCE}, « The digital divide »", "The digital divide", False),
    (f'{REFERENCE} - "The digital divide"', "The digital divide", False),
    (f"{REFERENCE}, entitled The digital divide in the world, and more", "The digital divide in the world", True),
    (f'{REFERENCE} (the "Divide Resolution")', None, False),
    (f"{REFERENCE}, on the digital divide", None, False),
    ("Resolution 139 “The digital divide” (Rev. Dubai, 2018) of the Plenipotentiary Conference", "The digital divide", False),
])  # fmt: skip
def test_the_title_that_is_quoted(text, title, is_open, register, lexicons):
    (found,) = mentions(text, register, lexicons)
    assert (found.quoted_title, found.title_is_open, found.marker.year) == (title, is_open, 2018)


def test_a_title_without_marks_holds_no_other_reference(register, lexicons):
    text = f"{REFERENCE}, entitled The digital divide in the world and Resolution 71 (Rev. Busan, 2014)"
    assert [one.inside_title_of for one in mentions(text, register, lexicons)] == [None, None]
