"""Checking a document on the pages: marks, findings, corrections; what is wrong is said and nothing is kept."""

import base64
import re
from html import unescape

import httpx
import pytest

from tests.web.conftest import page_text

TEXT = """DRAFT RESOLUTION 300 (Kigali, 2022)
The World Telecommunication Development Conference (Kigali, 2022),
recalling
a) Resolution 64 (Rev. Busan, 2014) of the Plenipotentiary Conference;
b) Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference,
"""


def checked(client: httpx.Client, text: str = TEXT, **fields: str) -> str:
    return page_text(client.post("/check", data={"text": text, "draft": "wtdc-22", **fields}))


def take(page: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'name="take" value="([^"]+)"', page)]


def test_each_reference_is_marked_and_the_finding_stands_beside_it(client: httpx.Client) -> None:
    page = checked(client)
    marks = re.findall(r'class="mark mark-(\w+)"><a href="([^"]+)"[^>]*>([^<]+)', page)
    by_words = {words: (mark, unescape(link)) for mark, link, words in marks}
    mark, link = by_words["Resolution 64 (Rev. Busan, 2014) of the Plenipotentiary Conference"]
    assert mark == "error"
    assert f'id="{link.removeprefix("#")}"' in page
    mark, link = by_words["Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference"]
    assert (mark, link) == ("counted", "/doc/pp/res/71/pp-18")
    assert "Resolution 64 (Rev. Dubai, 2018) of the Plenipotentiary Conference</ins>" in page


def test_findings_are_told_in_the_language_of_the_reader(client: httpx.Client) -> None:
    page = page_text(client.post("/check?lang=fr", data={"text": TEXT, "draft": "wtdc-22"}))
    assert "Une édition plus récente" in unescape(page) or "édition" in unescape(page)
    assert '<html lang="fr"' in page


def test_the_corrected_text_has_the_fixes_that_were_taken_and_no_other(client: httpx.Client) -> None:
    page = checked(client)
    ids = [one for one in take(page) if "stale-at-adoption" in one]
    document = re.search(r'name="document" value="([^"]+)"', page)
    assert document
    fields = {"document": document[1], "name": "text.txt", "draft": "wtdc-22", "take": ids}
    answer = client.post("/check/corrected", data=fields)
    assert answer.status_code == 200, answer.text
    assert answer.text == TEXT.replace("Resolution 64 (Rev. Busan, 2014)", "Resolution 64 (Rev. Dubai, 2018)")
    assert "text-corrected.txt" in answer.headers["content-disposition"]
    untouched = client.post("/check/corrected", data={**fields, "take": []})
    assert untouched.text == TEXT


def test_nothing_of_a_document_may_be_kept_on_the_way(client: httpx.Client) -> None:
    answer = client.post("/check", data={"text": TEXT})
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers or answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("files", "data", "status"),
    [
        (None, {"text": "  "}, 400),
        ({"file": ("empty.docx", b"", "application/octet-stream")}, {}, 422),
        ({"file": ("broken.docx", b"PK\x03\x04 no archive", "application/octet-stream")}, {}, 422),
        ({"file": ("broken.xml", b"<akomaNtoso><act>", "application/xml")}, {}, 422),
        ({"file": ("large.txt", b"a" * 1_100_000, "text/plain")}, {}, 413),
        (None, {"text": TEXT, "at": "the day after"}, 400),
    ],
    ids=["nothing", "empty", "broken word", "broken xml", "too large", "no date"],
)
def test_what_is_wrong_is_said_above_the_form(
    client: httpx.Client, files: dict[str, tuple[str, bytes, str]] | None, data: dict[str, str], status: int
) -> None:
    text = page_text(client.post("/check", files=files, data=data), status)
    assert 'role="alert"' in text
    assert 'name="file"' in text


def test_a_text_without_references_is_told_so(client: httpx.Client) -> None:
    assert "No reference was found" in checked(client, "A letter about the weather.\n")


def test_a_damaged_document_is_not_corrected(client: httpx.Client) -> None:
    page_text(client.post("/check/corrected", data={"document": "%%%", "name": "a.txt"}), 400)
    good = base64.b64encode(TEXT.encode()).decode()
    assert client.post("/check/corrected", data={"document": good, "name": "a.txt"}).status_code == 200
