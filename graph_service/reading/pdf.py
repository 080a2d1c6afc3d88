"""PDF files: their printed lines by pdfium, joined to paragraphs; page headers, footers and footnotes stand apart."""

import unicodedata
from collections.abc import Iterator
from threading import Lock

import pypdfium2

from graph_service.errors import Code, ProblemError, problem
from graph_service.reading.block import Block, RawText
from graph_service.reading.pdf_bidi import Sign, is_right_to_left, lines_of
from graph_service.reading.pdf_lines import PrintedLine, as_logical
from graph_service.reading.pdf_paragraphs import paragraphs_of_pages

_MOST_PAGES = 2000
_LEAST_TEXT = 8
_PASSWORD = 4
_PDFIUM = Lock()
"""pdfium is one per process and not made for several threads."""


def read_pdf(data: bytes, where: str) -> tuple[RawText, ...]:
    """Return the paragraphs of a PDF file.

    Raise unreadable-file for a broken one, one with a password and one without a text layer, too-large for one of
    more pages than a document has.
    """
    with _PDFIUM:
        pages = [list(page) for page in _pages(data, where)]
    if sum(len(line.text) for page in pages for line in page) < _LEAST_TEXT:
        raise problem(
            Code.UNREADABLE_FILE,
            "the PDF has no text layer, only images",
            where=where,
            hint="run text recognition over it, or give the Word file",
        )
    blocks = tuple(
        Block(text=text, locator=str(number), layout=layout)
        for number, (text, layout) in enumerate(paragraphs_of_pages(pages), 1)
    )
    return (RawText(blocks=blocks),)


def _pages(data: bytes, where: str) -> Iterator[Iterator[PrintedLine]]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unopened(error, where) from error
    try:
        if len(document) > _MOST_PAGES:
            raise problem(
                Code.TOO_LARGE,
                f"the PDF has {len(document)} pages, more than {_MOST_PAGES}",
                where=where,
                hint="give the texts one by one",
            )
        for number in range(len(document)):
            yield _lines(document, number)
    finally:
        document.close()


def _unopened(error: pypdfium2.PdfiumError, where: str) -> ProblemError:
    if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
        return problem(
            Code.UNREADABLE_FILE, "it is protected by a password", where=where, hint="remove the password first"
        )
    return problem(Code.UNREADABLE_FILE, "the PDF is broken", where=where, hint="save or download it again")


def _lines(document: pypdfium2.PdfDocument, number: int) -> Iterator[PrintedLine]:
    """The lines of a page in pdfium's order, pieces of one printed line as one."""
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return
    width, height = page.get_size()
    text = text_page.get_text_range()
    if is_right_to_left(text):
        yield from _right_to_left(text_page, text, width, height)
        return
    at = 0
    before: PrintedLine | None = None
    for piece in text.split("\r\n"):
        line = _line(text_page, piece, at, width, height)
        at += len(piece) + 2
        if line is None:
            continue
        if before is not None and before.goes_on_with(line):
            before = before.with_piece(line)
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before
    text_page.close()
    page.close()


def _right_to_left(text_page: pypdfium2.PdfTextPage, text: str, width: float, height: float) -> Iterator[PrintedLine]:
    signs: list[Sign] = []
    for index, char in enumerate(text):
        if unicodedata.category(char) in {"Cf", "Cc"}:
            continue
        try:
            left, bottom, right, top = text_page.get_charbox(index, loose=True)
        except (pypdfium2.PdfiumError, ValueError, IndexError):
            continue
        if right > left:
            signs.append(Sign(" " if char.isspace() else as_logical(char), left, right, bottom, top))
    for line, own in lines_of(signs):
        yield PrintedLine(
            text=line,
            left=min(sign.left for sign in own),
            right=max(sign.right for sign in own),
            bottom=min(sign.bottom for sign in own),
            top=max(sign.top for sign in own),
            width=width,
            height=height,
        )


def _line(text_page: pypdfium2.PdfTextPage, piece: str, at: int, width: float, height: float) -> PrintedLine | None:
    stripped = piece.strip()
    if not stripped:
        return None
    first = at + len(piece) - len(piece.lstrip())
    last = first + len(stripped) - 1
    try:
        left, bottom, right, top = text_page.get_charbox(first, loose=True)
        end_left, _, end_right, _ = text_page.get_charbox(last, loose=True)
    except (pypdfium2.PdfiumError, ValueError, IndexError):
        return None
    return PrintedLine(
        text=as_logical(piece.strip("\r\n \t\0")),
        left=min(left, end_left),
        right=max(right, end_right),
        bottom=bottom,
        top=top,
        width=width,
        height=height,
    )
