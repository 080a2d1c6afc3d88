"""Plain text corrected: the lines of the file with the replacements of their paragraphs."""

from collections.abc import Sequence

from graph_service.correcting.characters import Characters
from graph_service.correcting.edits import Replacement, edited
from graph_service.reading.document import Document, Paragraph


def corrected_text(source: Characters, document: Document, replacements: Sequence[Replacement]) -> str:
    """Return the text of a file with replacements made in its lines; line ends stay as they are."""
    lines = source.text.split("\n")
    for number in sorted({one.spot.paragraph for one in replacements}):
        paragraph = document.paragraphs[number]
        line = int(paragraph.locator) - 1
        here = [one for one in replacements if one.spot.paragraph == number]
        end = lines[line][len(lines[line].rstrip("\r")) :]
        lines[line] = edited(paragraph, here) + end
    return "\n".join(lines)


def line_of(source: Characters, paragraph: Paragraph) -> str | None:
    """Return the line of a file that a paragraph was read from, None where there is none."""
    lines = source.text.split("\n")
    number = int(paragraph.locator) - 1
    return lines[number].rstrip("\r") if number < len(lines) else None
