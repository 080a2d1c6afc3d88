"""Akoma Ntoso: each component of a collection is a document, the innermost addressed element the locator."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from graph_service.errors import Code, problem
from graph_service.reading.block import Block, RawText, Role
from graph_service.reading.document import Change, Layout, Span
from graph_service.reading.xml import parse_xml

_SKIPPED = {"meta", "componentRef", "remark"}
_TITLES = {"longTitle", "docTitle", "shortTitle"}
_HEADINGS = {"heading", "intro", "listIntroduction"}
_BLOCKS = {"p", "num", "heading", "subheading", "block", "tocItem", "li", "td", "th", "crossHeading", "caption"}
_INLINE = {
    *("ref", "mref", "rref", "i", "b", "u", "sup", "sub", "ins", "del", "span", "a", "abbr", "noteRef", "def", "term"),
    *("docType", "docNumber", "docTitle", "docDate", "docProponent", "docStage", "docStatus", "date", "num", "person"),
    *(
        "organization",
        "concept",
        "object",
        "event",
        "location",
        "role",
        "quantity",
        "entity",
        "remark",
        "inline",
        "mod",
    ),
}
_SPACE = re.compile(r"\s+")
_BREAKS = {"eol", "br"}
_CHANGES = {"ins": Change.INSERTED, "del": Change.STRUCK}


def read_akn(data: bytes, where: str) -> tuple[RawText, ...]:
    """Return the texts of an Akoma Ntoso file in its order. Raise unreadable-file for broken XML."""
    root = parse_xml(data, where)
    if not _is_akn(root):
        raise problem(
            Code.UNSUPPORTED_FORMAT, "this XML is no Akoma Ntoso", where=where, hint="give an akomaNtoso document"
        )
    components = [one for one in root.iter("{*}component") if any(_name(child) != "componentRef" for child in one)]
    return tuple(_text(one) for one in components) or (_text(root),)


def _is_akn(root: etree._Element) -> bool:
    return _name(root) == "akomaNtoso"


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _text(root: etree._Element) -> RawText:
    eid = root.get("eId")
    adopted = root.find(".//{*}FRBRWork/{*}FRBRdate[@name='adoption']")
    blocks = tuple(_blocks(root))
    return RawText(
        doc=eid.removeprefix("cmp_").replace("_", "-") if eid else None,
        blocks=blocks,
        adopted=adopted.get("date") if adopted is not None else None,
        tracked=any(block.changes for block in blocks),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """What holds a stretch of text: its addressed element, its block element, its tracked change, whether a note."""

    addressed: etree._Element | None = None
    block: etree._Element | None = None
    change: Change | None = None
    author: str | None = None
    layout: Layout = Layout.BODY

    @property
    def is_number(self) -> bool:
        """Whether it is the number of an item."""
        return self.block is not None and _name(self.block) == "num"

    def inside(self, node: etree._Element) -> "_Place":
        """Return the place of the text inside an element that stands here."""
        name = _name(node)
        change = _CHANGES.get(name)
        return _Place(
            addressed=node if node.get("eId") and name not in _INLINE else self.addressed,
            block=node if name in _BLOCKS else self.block,
            change=change or self.change,
            author=(node.get("by") or node.get("source")) if change else self.author,
            layout=Layout.FOOTNOTE if name == "authorialNote" else self.layout,
        )

    def role(self) -> Role | None:
        """Return what the elements between the block and its addressed element say of it."""
        element = self.block
        while element is not None:
            name = _name(element)
            if name in _HEADINGS:
                return Role.CLAUSE
            if name in _TITLES or (name == "container" and element.get("name") == "title"):
                return Role.TITLE
            if name == "formula":
                return Role.FORMULA
            if element is self.addressed:
                return None
            element = element.getparent()
        return None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text, where it is, and how many characters of the text stand before it, white space as one."""

    text: str
    place: _Place
    before: int


def _pieces(root: etree._Element) -> Iterator[_Piece]:
    """All text of an element in document order, by its own stack: deep files recurse nowhere."""
    position, spaced = 0, True
    for text, place in _strings(root):
        words = text.split()
        position += 0 if spaced or not text[0].isspace() else 1
        yield _Piece(text, place, position)
        if words:
            position += sum(map(len, words)) + len(words) - 1
            position += 1 if text[-1].isspace() else 0
        spaced = text[-1].isspace()


def _strings(root: etree._Element) -> Iterator[tuple[str, _Place]]:
    stack: list[tuple[etree._Element, _Place, bool]] = [(root, _Place(), False)]
    while stack:
        node, around, is_tail = stack.pop()
        if is_tail:
            if node.tail:
                yield node.tail, around
            continue
        if node is not root:
            stack.append((node, around, True))
        name = _name(node)
        if name in _SKIPPED:
            continue
        if name in _BREAKS:
            yield " ", around
            continue
        inside = around.inside(node)
        if node.text:
            yield node.text, inside
        stack.extend((child, inside, False) for child in reversed(node))


def _blocks(root: etree._Element) -> Iterator[Block]:
    """One block for each block element of each addressed element, with the number of its item before it."""
    groups: dict[object, list[_Piece]] = {}
    number: list[_Piece] = []
    starts: dict[etree._Element | None, int] = {}
    for piece in _pieces(root):
        if not piece.text.strip() and piece.place.block is None:
            continue
        for element in _addressed(piece):
            starts.setdefault(element, piece.before)
        if piece.place.is_number:
            number.append(piece)
            continue
        key = (piece.place.addressed, piece.place.block, piece.place.layout)
        if key not in groups and number and number[0].place.addressed is not piece.place.addressed:
            groups[object()], number = number, []
        groups.setdefault(key, number).append(piece)
        number = [] if groups[key][-1] is piece and number is groups[key] else number
    if number:
        groups[object()] = number
    for count, group in enumerate((group for group in groups.values() if _has_text(group)), 1):
        yield _block(group, starts, count)


def _addressed(piece: _Piece) -> Iterator[etree._Element]:
    """The element that a piece is addressed by, and those that hold it, where the piece has text."""
    element = piece.place.addressed if piece.text.strip() else None
    while element is not None:
        yield element
        element = element.getparent()


def _has_text(group: list[_Piece]) -> bool:
    return any(piece.text.strip() for piece in group)


def _block(group: list[_Piece], starts: dict[etree._Element | None, int], count: int) -> Block:
    text, spans = _joined(group)
    first = next(piece for piece in group if piece.text.strip())
    addressed = first.place.addressed
    number = next((piece for piece in group if piece.place.is_number), None)
    return Block(
        text=text,
        locator=addressed.get("eId", "") if addressed is not None else str(count),
        layout=first.place.layout,
        changes=spans,
        role=first.place.role(),
        offset=first.before - starts[addressed] if addressed is not None else 0,
        label=" ".join(number.text.split()) if number else None,
    )


def _joined(group: list[_Piece]) -> tuple[str, tuple[Span, ...]]:
    """The text of some pieces, runs of white space as one, and its changed stretches."""
    text = ""
    spans: list[Span] = []
    block: etree._Element | None = None
    for piece in group:
        words = _SPACE.sub(" ", f" {piece.text}" if piece.place.block is not block else piece.text)
        block = piece.place.block
        start = len(text)
        text += words.lstrip(" ") if not text or text[-1] == " " else words
        change, author = piece.place.change, piece.place.author
        if change and len(text) > start:
            spans.append(Span(start=start, end=len(text), change=change, author=author))
    text = text.rstrip()
    return text, tuple(replace(span, end=min(span.end, len(text))) for span in spans if span.start < len(text))
