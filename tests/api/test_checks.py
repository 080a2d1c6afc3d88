"""``/api/check``: a posted document is judged as the command judges it; nothing of it stays."""

import io
import zipfile

import httpx
import pytest

from tests.api.conftest import problem
from tests.correcting.word import word_file

TEXT = """DRAFT RESOLUTION 64 (Rev. Bucharest, 2022)

A composed title

The Plenipotentiary Conference of the International Telecommunication Union (Bucharest, 2022),

recalling

a) Resolution 197 (Busan, 2014) of the Plenipotentiary Conference;

resolves

1 to implement the Connect 2020 Agenda.
"""


def findings(answer: httpx.Response) -> list[tuple[str, str]]:
    assert answer.status_code == 200, answer.text
    (document,) = answer.json()["documents"]
    return [(finding["rule"], finding["text"]) for finding in document["findings"]]


def test_a_text_is_checked_as_a_form_and_as_a_body(client: httpx.Client) -> None:
    form = client.post("/api/check", files={"file": ("draft.txt", TEXT.encode(), "text/plain")})
    body = client.post("/api/check", content=TEXT.encode(), headers={"content-type": "text/plain; charset=utf-8"})
    assert ("stale-at-adoption", "Resolution 197 (Busan, 2014) of the Plenipotentiary Conference") in findings(form)
    assert findings(form) == findings(body)
    assert form.json()["documents"][0]["file"] == "draft.txt"
    assert form.json()["register"]
    assert form.headers["cache-control"] == "no-store"


def test_the_options_of_the_command_are_parameters(client: httpx.Client) -> None:
    def asked(**params: str) -> dict[str, object]:
        answer = client.post("/api/check", content=TEXT.encode(), params=params)
        found: dict[str, object] = answer.json()["documents"][0]
        return found

    assert asked()["draft"] is not None
    early = asked(at="2013-01-01", name="early.txt")
    assert (early["date"], early["check_date"], early["doc"]) == ("2013-01-01", "2013-01-01", "early")
    assert "stale-at-adoption" not in str(early["findings"])
    assert asked(lang="fr")["date_from"] != asked(lang="en")["date_from"]


def test_an_archive_with_a_bomb_is_refused(client: httpx.Client) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"\0" * 150_000_000)
    answer = client.post("/api/check", files={"file": ("bomb.docx", bomb.getvalue())})
    assert answer.status_code in {413, 422}, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


ENTITY = """<?xml version="1.0"?>
<!DOCTYPE akomaNtoso [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="a"><body>&secret;</body></act></akomaNtoso>
"""
REFUSED = [
    ({"content": b"", "headers": {"content-type": "text/plain"}}, 422, "unreadable-file"),
    ({"files": {"other": ("a.txt", b"text")}}, 400, "bad-request"),
    ({"files": {"file": ("a.bin", bytes(range(256)) * 20)}}, 415, "unsupported-format"),
    ({"content": b"--x", "headers": {"content-type": "multipart/form-data"}}, 400, "bad-request"),
    ({"content": b"x" * 300_000, "headers": {"content-type": "text/plain"}}, 413, "too-large"),
    ({"content": TEXT.encode(), "params": {"at": "yesterday"}}, 400, "bad-request"),
    ({"content": TEXT.encode(), "params": {"draft": "pp-99"}}, 400, "bad-request"),
    ({"content": TEXT.encode(), "params": {"changes": "some"}}, 422, "invalid-parameter"),
    ({"content": TEXT.encode(), "params": {"lang": "english"}}, 422, "invalid-parameter"),
    ({"content": TEXT.encode(), "params": {"lang": "xx"}}, 422, "invalid-parameter"),
    ({"content": TEXT.encode(), "headers": {"content-type": "image/png"}}, 415, "unsupported-format"),
]


@pytest.mark.parametrize(("request_", "status", "word"), REFUSED)
def test_what_cannot_be_checked_is_a_problem(
    client: httpx.Client, request_: dict[str, object], status: int, word: str
) -> None:
    problem(client.request("POST", "/api/check", **request_), status, word)  # type: ignore[arg-type]


def test_external_entities_are_not_read(client: httpx.Client) -> None:
    answer = client.post("/api/check", content=ENTITY.encode(), headers={"content-type": "application/xml"})
    assert "root:" not in answer.text
    assert answer.status_code in {200, 422}


def test_a_name_cannot_lead_elsewhere(client: httpx.Client) -> None:
    answer = client.post("/api/check", files={"file": ("../../etc/pass wd.txt", TEXT.encode())})
    assert answer.json()["documents"][0]["file"] == "pass wd.txt"


def test_a_text_is_corrected(client: httpx.Client) -> None:
    answer = client.post("/api/check/corrected", files={"file": ("draft.txt", TEXT.encode(), "text/plain")})
    assert answer.status_code == 200, answer.text
    assert "Resolution 197 (Rev. Dubai, 2018) of the Plenipotentiary Conference" in answer.text
    assert "Connect 2030 Agenda" in answer.text
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''draft.txt"
    assert int(answer.headers["x-corrections-applied"]) >= 2


def test_only_the_chosen_findings_are_corrected(client: httpx.Client) -> None:
    found = client.post("/api/check", content=TEXT.encode()).json()["documents"][0]["findings"]
    chosen = next(one["id"] for one in found if one["rule"] == "stale-at-adoption")
    answer = client.post("/api/check/corrected", content=TEXT.encode(), params={"only": chosen})
    assert "(Rev. Dubai, 2018)" in answer.text
    assert "Connect 2020" in answer.text
    assert answer.headers["x-corrections-applied"] == "1"


def test_a_word_file_gets_tracked_changes(client: httpx.Client) -> None:
    import docx

    document, stream = docx.Document(), io.BytesIO()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(stream)
    answer = client.post("/api/check/corrected?author=A+Delegate", files={"file": ("draft.docx", stream.getvalue())})
    assert answer.status_code == 200, answer.text
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        body = archive.read("word/document.xml").decode()
    assert "<w:ins " in body
    assert 'w:author="A Delegate"' in body


STRUCK = (
    '<w:p><w:r><w:t xml:space="preserve">recalling </w:t></w:r><w:del w:id="1" w:author="A"><w:r>'
    '<w:delText xml:space="preserve">former </w:delText></w:r></w:del>'
    "<w:r><w:t>Resolution 197 (Busan, 2014) of the Plenipotentiary Conference,</w:t></w:r></w:p>"
)


def test_places_and_corrections_beside_struck_words_are_those_of_the_command(client: httpx.Client) -> None:
    document = word_file(STRUCK)
    options = {"at": "2020-01-01"}
    found = client.post("/api/check", files={"file": ("draft.docx", document)}, params=options).json()
    (finding,) = found["documents"][0]["findings"]
    assert finding["start"] == len("recalling former ")
    answer = client.post("/api/check/corrected", files={"file": ("draft.docx", document)}, params=options)
    assert (answer.headers["x-corrections-applied"], answer.headers["x-corrections-refused"]) == ("1", "0")


def test_the_original_state_is_not_corrected(client: httpx.Client) -> None:
    answer = client.post("/api/check/corrected?changes=original", content=TEXT.encode())
    problem(answer, 400, "bad-request")
    assert "as it shall read" in answer.text


def test_what_cannot_be_corrected_is_a_problem(client: httpx.Client) -> None:
    answer = client.post("/api/check/corrected?author=%00", content=TEXT.encode())
    problem(answer, 400, "bad-request")
