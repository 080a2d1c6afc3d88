"""Comments put into a Word file: their texts in the comments part, their marks around the words they are about."""

from collections.abc import Sequence

from lxml import etree

from graph_service.correcting.docx_changes import Author, stamp
from graph_service.correcting.docx_parts import WordParts
from graph_service.correcting.docx_places import WordParagraph
from graph_service.correcting.docx_xml import fresh, text
from graph_service.reading.docx_runs import Piece, attribute, word

_HOLDERS = {"ins", "del", "hyperlink"}
"""What the mark of a comment may stand in."""
_LEAVES = {"ins", "del", "hyperlink"}
_RIGHT_TO_LEFT = {"ar"}
_INITIALS = 4


class Commenter:
    """Writes comments of one author into one file; the part for them is made with the first."""

    def __init__(self, parts: WordParts, author: Author, lang: str) -> None:
        self._parts = parts
        self.author = author
        self._lang = lang
        self.numbers: set[str] = set()

    def write(self, place: WordParagraph, covered: Sequence[Piece], lines: Sequence[str]) -> None:
        """Comment on some pieces of a paragraph, at whose borders its runs are split already."""
        number = self._add(lines)
        first, last = _around(place, covered)
        opening = fresh(place.element, "commentRangeStart", id=number)
        closing = fresh(place.element, "commentRangeEnd", id=number)
        if first is None:
            _at_start(place.element, opening)
        else:
            first.addprevious(opening)
        if last is None:
            place.element.append(closing)
        else:
            last.addnext(closing)
        _outside(closing).addnext(_reference(place.element, number))

    def write_at(self, element: etree._Element, lines: Sequence[str]) -> None:
        """Comment on a paragraph as such, at its beginning, or on the run that holds the mark of a note."""
        number = self._add(lines)
        if word(element) == "p":
            _at_start(element, _reference(element, number))
            return
        first, last = _held(element, first=True), _held(element, first=False)
        first.addprevious(fresh(element, "commentRangeStart", id=number))
        last.addnext(fresh(element, "commentRangeEnd", id=number))
        closing = last.getnext()
        if closing is not None:
            _outside(closing).addnext(_reference(element, number))

    def _add(self, lines: Sequence[str]) -> str:
        part = self._parts.comments_part()
        root = self._parts.touch(part)
        name, number = self.author.name, str(next(self.author.numbers))
        self.numbers.add(number)
        comment = fresh(root, "comment", id=number, author=name, date=stamp(self.author.at), initials=_initials(name))
        comment.extend([self._line(root, line, is_first=index == 0) for index, line in enumerate(lines)])
        root.append(comment)
        return number

    def _line(self, root: etree._Element, line: str, *, is_first: bool) -> etree._Element:
        """A paragraph of a comment; the first bears the comment's own mark."""
        leftwards = self._lang in _RIGHT_TO_LEFT
        paragraph, run = fresh(root, "p"), fresh(root, "r")
        if leftwards:
            paragraph.append(_holding(fresh(root, "pPr"), fresh(root, "bidi")))
            run.append(_holding(fresh(root, "rPr"), fresh(root, "rtl")))
        if is_first:
            paragraph.append(_holding(fresh(root, "r"), fresh(root, "annotationRef")))
        run.append(text(root, " ".join(line.split())))
        paragraph.append(run)
        return paragraph


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())[:_INITIALS]


def _holding(element: etree._Element, child: etree._Element) -> etree._Element:
    element.append(child)
    return element


def _reference(paragraph: etree._Element, number: str) -> etree._Element:
    return _holding(fresh(paragraph, "r"), fresh(paragraph, "commentReference", id=number))


def _at_start(paragraph: etree._Element, element: etree._Element) -> None:
    """Put an element first into a paragraph, after its properties."""
    properties = next((one for one in paragraph if word(one) == "pPr"), None)
    if properties is None:
        paragraph.insert(0, element)
    else:
        properties.addnext(element)


def _outside(element: etree._Element) -> etree._Element:
    """The element, or what holds it of changes and links: a comment's own run is part of neither."""
    while (parent := element.getparent()) is not None and word(parent) in _LEAVES:
        element = parent
    return element


def _around(place: WordParagraph, covered: Sequence[Piece]) -> tuple[etree._Element | None, etree._Element | None]:
    """The elements before and after which the marks stand; None for the border of the paragraph."""
    if not covered:
        return None, None
    opening, closing = _run_of(covered[0]), _run_of(covered[-1])
    if any(piece.node in place.fielded for piece in covered):
        return _field_borders(place, opening, closing)
    return _held(opening, first=True), _held(closing, first=False)


def _run_of(piece: Piece) -> etree._Element:
    return piece.node if piece.run is None else piece.run


def _held(element: etree._Element, *, first: bool) -> etree._Element:
    """The element, or what holds it if a mark cannot stand beside it; out of a change at whose border it is."""
    while (parent := element.getparent()) is not None and word(parent) != "p":
        beside = element.getprevious() if first else element.getnext()
        if word(parent) in _HOLDERS and (beside is not None or word(parent) == "hyperlink"):
            break
        element = parent
    return element


def _field_borders(
    place: WordParagraph, opening: etree._Element, closing: etree._Element
) -> tuple[etree._Element | None, etree._Element | None]:
    """The runs that begin and end the outermost field around some runs; None for one in another paragraph."""
    order = {element: index for index, element in enumerate(place.element.iter())}
    open_: list[etree._Element | None] = [None] * len(place.open_fields)
    fields: list[tuple[etree._Element | None, etree._Element | None]] = []
    for element in place.element.iter():
        kind = attribute(element, "fldCharType") if word(element) == "fldChar" else None
        if kind == "begin":
            open_.append(element.getparent())
        elif kind == "end" and open_:
            fields.append((open_.pop(), element.getparent()))
    fields += [(one, None) for one in open_]
    begins, ends = [opening], [closing]
    for begin, end in fields:
        if (begin is None or order[begin] < order[opening]) and (end is None or order[closing] < order[end]):
            if begin is None or end is None:
                return None, None
            begins.append(begin)
            ends.append(end)
    first, last = min(begins, key=lambda one: order[one]), max(ends, key=lambda one: order[one])
    return _held(first, first=True), _held(last, first=False)
