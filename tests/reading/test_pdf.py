"""PDF files made by LibreOffice: the same paragraphs as in the text that they were made of."""

import random
import shutil
import subprocess

import pypdfium2
import pytest

from graph_service.errors import Code, ProblemError
from graph_service.reading.document import Layout
from graph_service.reading.pdf import read_pdf

LINES = [
    "RESOLUTION 900 (Rev. Dubai, 2018)",
    "The Plenipotentiary Conference (Dubai, 2018),",
    "recalling",
    (
        "a) Resolution 901 (Rev. Busan, 2014) of the Plenipotentiary Conference, on the planting of oaks, limes and other broad-leaved trees "
        "along the roads that lead into the towns of the member states, and on their upkeep in years of drought;"
    ),
    "b) the report of the Secretary-General to the Council, in which the shade of such trees was measured in eleven towns,",
    "resolves",
    (
        "1 to plant trees in accordance with Recommendation ITU-T Y.9000, taking into account the advice of foresters and the wishes of those "
        "who live nearby, and to publish every year how many of them have grown;"
    ),
]
PAGE = "<html><head><style>p {{margin: 0 0 12pt 0; font: 11pt 'Liberation Serif'}} {style}</style></head><body>{body}</body></html>"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Returns the PDF that LibreOffice Writer makes of an HTML page."""
    folder = tmp_path_factory.mktemp("pdf")

    def convert(name, body, style=""):
        page = folder / f"{name}.html"
        page.write_text(PAGE.format(body=body, style=style), encoding="utf-8")
        command = [
            shutil.which("soffice"),
            "--headless",
            f"-env:UserInstallation=file://{folder}/profile",
            "--convert-to",
            "pdf:writer_web_pdf_Export",
            "--outdir",
            str(folder),
            str(page),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        return (folder / f"{name}.pdf").read_bytes()

    return convert


def texts(data, *layouts):
    [text] = read_pdf(data, "a.pdf")
    wanted = layouts or (Layout.BODY,)
    return [" ".join(block.text.split()) for block in text.blocks if block.layout in wanted]


def test_lines_are_joined_to_the_paragraphs_that_they_were(made):
    body = "".join(f"<p>{line}</p>" for line in LINES)
    assert texts(made("one", body)) == LINES


def test_a_document_of_pdf_has_its_clauses(made, read):
    document = read(made("clauses", "".join(f"<p>{line}</p>" for line in LINES)), "a.pdf")
    parts = [one.regions[0].part for one in document.paragraphs]
    assert parts == ["title", "enactingFormula", "recalls", "recalls.1", "recalls.2", "resolves", "resolves.1"]
    assert [one.locator for one in document.paragraphs] == [str(number) for number in range(1, 8)]


@pytest.mark.parametrize("words", range(1790, 1850, 10))
def test_a_paragraph_goes_on_over_pages(made, words):
    """How many lines its last page has depends on the fonts of the machine: it may be one."""
    chance = random.Random(words)
    long = " ".join(
        chance.choice(("trees", "towns", "of", "the", "shade", "in", "leaves", "their")) for _ in range(words)
    )
    assert texts(made("long", f"<p>first.</p><p>{long}.</p><p>last.</p>")) == ["first.", f"{long}.", "last."]


def test_files_that_are_no_readable_pdf(tmp_path):
    empty = pypdfium2.PdfDocument.new()
    empty.new_page(200, 200)
    empty.save(tmp_path / "image.pdf")
    empty.close()
    for data, words in [(b"%PDF-1.7 junk", "broken"), ((tmp_path / "image.pdf").read_bytes(), "no text layer")]:
        with pytest.raises(ProblemError, match=words) as caught:
            read_pdf(data, "a.pdf")
        assert caught.value.problem.code is Code.UNREADABLE_FILE


def test_a_pdf_of_thousands_of_pages_is_refused(tmp_path):
    document = pypdfium2.PdfDocument.new()
    for _ in range(2001):
        document.new_page(10, 10)
    document.save(tmp_path / "many.pdf")
    document.close()
    with pytest.raises(ProblemError) as caught:
        read_pdf((tmp_path / "many.pdf").read_bytes(), "many.pdf")
    assert caught.value.problem.code is Code.TOO_LARGE
