"""A text's references to its own parts ("resolves 8 above"): no citations, but a part that is named should be there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from graph_service.citing.mention import InternalReference
from graph_service.lexicon.lexicon import Lexicon
from graph_service.reading.changes import Changes, view
from graph_service.reading.document import Document, Paragraph
from graph_service.reading.folding import fold, folded

_OPEN, _CLOSE = "(?:[\"'«“„*]\\s?)?", "(?:\\s?[\"'»”“*])?"


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of a language: a whole reference, the word that points (most texts have none), the clauses' keys."""

    whole: re.Pattern[str]
    point: re.Pattern[str]
    keys: tuple[str, ...]


def internal_references(document: Document, lexicons: Mapping[str, Lexicon]) -> tuple[InternalReference, ...]:
    """Return the references of a document to its own numbered clauses, as it shall read."""
    words = {lang: _words(lexicons[lang]) for lang in {one.lang for one in document.paragraphs} if lang in lexicons}
    return tuple(
        reference
        for paragraph in document.paragraphs
        if paragraph.lang in words
        for reference in _of_paragraph(paragraph, words[paragraph.lang])
    )


def parts_of(document: Document) -> tuple[str, ...]:
    """Return the addresses of the parts that a document has, in order, each once."""
    return tuple(dict.fromkeys(region.part for paragraph in document.paragraphs for region in paragraph.regions))


def _of_paragraph(paragraph: Paragraph, words: _Words) -> Iterator[InternalReference]:
    shown = view(paragraph, Changes.FINAL)
    text = folded(shown.text)
    if not words.point.search(text.text):
        return
    for match in words.whole.finditer(text.text):
        start, end = shown.offsets[text.at(match.start())], shown.offsets[text.at(match.end() - 1)] + 1
        group = next(name for name, value in match.groupdict().items() if value and name[1:].isdecimal())
        numbers = match["after"] or match["before"] or match["pointed"] or match["turned"]
        for number in dict.fromkeys(re.findall(r"\d+", numbers)):
            yield InternalReference(
                locator=paragraph.locator,
                part=paragraph.region_at(start).part,
                lang=paragraph.lang,
                text=paragraph.text[start:end],
                start=start + paragraph.offset,
                end=end + paragraph.offset,
                clause=words.keys[int(group[1:])],
                number=int(number),
            )


@lru_cache(maxsize=16)
def _compiled(
    clauses: tuple[tuple[str, tuple[str, ...]], ...], internal: tuple[str, ...], signs: tuple[str, ...], bounded: str
) -> _Words:
    def clause(letter: str) -> str:
        words = ["|".join(_spaced(form) for form in forms) for _, forms in clauses]
        return f"(?:{'|'.join(f'(?P<{letter}{at}>{forms})' for at, forms in enumerate(words))})"

    point = f"(?:{'|'.join(_spaced(form) for form in internal)})"
    one = rf"(?:(?:{'|'.join(_spaced(form) for form in signs)})\s*)?\d+\)?" if signs else r"\d+\)?"
    numbers = rf"{one}(?:\s*(?:,|[^\W\d_]{{1,3}})\s*{one})*"
    after = rf"{_OPEN}{clause('a')}{_CLOSE}\s*(?P<after>{numbers}),?\s*{point}"
    before = rf"(?P<before>{numbers})\s+(?:\w+\s+){{0,2}}{_OPEN}{clause('b')}{_CLOSE},?\s*{point}"
    pointed = rf"{point}\s*{_OPEN}{clause('c')}{_CLOSE}\s*(?P<pointed>{numbers})"
    turned = rf"(?P<turned>{numbers})\s+{point}\s+(?:\w+\s+){{0,2}}{_OPEN}{clause('d')}"
    whole = re.compile(rf"{bounded}(?:{after}|{before}|{pointed}|{turned})")
    return _Words(whole, re.compile(point), tuple(key for key, _ in clauses))


def _words(lexicon: Lexicon) -> _Words:
    structure = lexicon.structure
    clauses, points = tuple(structure.clauses.items()), (*structure.internal, *lexicon.citation.above)
    bounded = r"(?<!\w)" if structure.spaced else ""
    return _compiled(clauses, points, structure.number_sign, bounded)


def _spaced(form: str) -> str:
    return fold(form).replace(" ", r"\s+")
