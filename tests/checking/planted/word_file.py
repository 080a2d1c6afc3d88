"""A composed document as a Word file: runs cut anywhere, tracked changes, character formats."""

import io
import random

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.checking.planted.compose import Composed
from tests.checking.planted.item import STRUCK

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WHEN = "2022-01-01T00:00:00Z"


def word_file(one: Composed) -> bytes:
    rng = random.Random(one.name)
    document = docx.Document()
    for item in one.items:
        paragraph = document.add_paragraph()._p
        for piece in item.pieces:
            for text, change in piece.runs or ((piece.text, ""),):
                parent = _change(paragraph, change) if change and text else paragraph
                for part in _cut(text, rng):
                    parent.append(_run(part, change, rng))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _change(paragraph, change: str):
    element = OxmlElement("w:del" if change == STRUCK else "w:ins")
    for name, value in (("w:id", "1"), ("w:author", "A. Editor"), ("w:date", _WHEN)):
        element.set(qn(name), value)
    paragraph.append(element)
    return element


def _cut(text: str, rng: random.Random) -> list[str]:
    """A text in parts, as editors and their machines leave it."""
    borders = (
        sorted(rng.sample(range(1, len(text)), min(rng.choice([0, 0, 1, 3]), len(text) - 1))) if len(text) > 1 else []
    )
    return [text[start:end] for start, end in zip([0, *borders], [*borders, len(text)], strict=True)] if text else []


def _run(text: str, change: str, rng: random.Random):
    run = OxmlElement("w:r")
    if rng.random() < 0.2:
        properties = OxmlElement("w:rPr")
        properties.append(OxmlElement(rng.choice(["w:b", "w:i"])))
        run.append(properties)
    for at, part in enumerate(text.split("\t")):
        if at:
            run.append(OxmlElement("w:tab"))
        element = OxmlElement("w:delText" if change == STRUCK else "w:t")
        element.text = part
        element.set(_SPACE, "preserve")
        run.append(element)
    return run
