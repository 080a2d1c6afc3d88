"""HTML: a block element is a paragraph, runs of white space are one, ``ins`` and ``del`` are tracked changes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree
from lxml import html as parser

from graph_service.errors import Code, problem
from graph_service.reading.block import Block, RawText
from graph_service.reading.document import Change, Layout, Span
from graph_service.reading.encoding import decode
from graph_service.reading.numbering import printed_number

_SKIPPED = {"script", "style", "template", "noscript", "head", "title", "nav", "select", "svg", "object", "iframe"}
_INLINE = {
    *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins"),
    *("kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong"),
    *("sub", "sup", "time", "tt", "u", "var", "wbr", "img", "button", "input", "math", "output"),
}
_CHANGES = {"ins": Change.INSERTED, "del": Change.STRUCK}
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_WHITE = frozenset(" \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u2028\u2029")
"""The white space that HTML prints as one space; no-break spaces of any width are signs of the text."""
_NOTES = re.compile(r"(?:sd)?(?:footnote|ftn|fn)\d+|_?ftn\d+", re.IGNORECASE)
_ENDNOTES = re.compile(r"(?:sd)?(?:endnote|edn)\d+|_?edn\d+", re.IGNORECASE)
_MARGINS = {"header": Layout.HEADER, "footer": Layout.FOOTER}
_ROLES = {"doc-footnote": Layout.FOOTNOTE, "doc-endnote": Layout.ENDNOTE, "doc-pageheader": Layout.HEADER}
_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HEAD = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What surrounds a stretch of text: its tracked change and author, where it stands, whether lines count."""

    change: Change | None = None
    author: str | None = None
    layout: Layout = Layout.BODY
    lines: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text; ``breaks`` begins a new paragraph, with the label of a list item where there is one."""

    text: str
    around: _Around
    breaks: bool = False
    label: str | None = None


def read_html(data: bytes, where: str) -> tuple[RawText, ...]:
    """Return the paragraphs of an HTML page. Raise unreadable-file for one without any element."""
    declared = _DECLARED.search(data[:_HEAD])
    text = decode(data, where, declared[1].decode("ascii") if declared else None)
    try:
        root = parser.document_fromstring(_XML_DECLARATION.sub("", text), parser=parser.HTMLParser(huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise problem(
            Code.UNREADABLE_FILE, "there is no HTML in it", where=where, hint="save the page again"
        ) from error
    blocks = tuple(_blocks(root))
    return (RawText(blocks=blocks, tracked=any(block.changes for block in blocks)),)


def _blocks(root: etree._Element) -> Iterator[Block]:
    number = 0
    for group in _groups(root):
        text, spans = _joined(group)
        if text:
            number += 1
            around = group[-1].around
            label = next((piece.label for piece in group if piece.label), None)
            yield Block(text=text, locator=str(number), layout=around.layout, changes=spans, label=label)


def _groups(root: etree._Element) -> Iterator[list[_Piece]]:
    """The pieces of one paragraph after another."""
    group: list[_Piece] = []
    for piece in _pieces(root):
        if piece.breaks and any(one.text.strip() for one in group):
            yield group
            group = []
        group = [piece] if piece.breaks and piece.label else [*group, piece]
        if piece.around.lines and "\n" in piece.text:
            for line in piece.text.split("\n"):
                yield [*group[:-1], replace(piece, text=line)]
                group = [piece]
            group = []
    yield group


def _pieces(root: etree._Element) -> Iterator[_Piece]:
    stack: list[tuple[etree._Element, _Around, str]] = [(root, _Around(), "enter")]
    while stack:
        node, around, step = stack.pop()
        if step == "tail":
            if not _is_inline(node):
                yield _Piece("", around, breaks=True)
            if node.tail:
                yield _Piece(node.tail, around)
            continue
        if node is not root:
            stack.append((node, around, "tail"))
        if not isinstance(node.tag, str) or node.tag in _SKIPPED or _is_hidden(node):
            continue
        if node.tag == "br":
            yield _Piece("\n", around)
            continue
        inside = _inside(node, around)
        if not _is_inline(node):
            yield _Piece("", inside, breaks=True, label=_item_label(node))
        if node.text:
            yield _Piece(node.text, inside)
        stack.extend((child, inside, "enter") for child in reversed(node))


def _is_inline(node: etree._Element) -> bool:
    return not isinstance(node.tag, str) or node.tag in _INLINE or node.tag == "br"


def _is_hidden(node: etree._Element) -> bool:
    style = (node.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "mso-hide:all" in style or node.get("hidden") is not None


def _inside(node: etree._Element, around: _Around) -> _Around:
    change = _CHANGES.get(node.tag)
    return _Around(
        change=change or around.change,
        author=(node.get("cite") or node.get("data-author") or node.get("title")) if change else around.author,
        layout=_layout(node, around.layout),
        lines=around.lines or node.tag == "pre",
    )


def _layout(node: etree._Element, around: Layout) -> Layout:
    own = node.get("id") or ""
    if node.tag in {"div", "aside", "li", "p", "section"}:
        if _NOTES.fullmatch(own):
            return Layout.FOOTNOTE
        if _ENDNOTES.fullmatch(own):
            return Layout.ENDNOTE
        if node.tag == "div" and (node.get("title") or "") in _MARGINS:
            return _MARGINS[node.get("title") or ""]
    role = _ROLES.get(node.get("role") or "")
    if role:
        return role
    return Layout.TABLE if node.tag in {"td", "th"} and around is Layout.BODY else around


def _item_label(node: etree._Element) -> str | None:
    """The label that a page shows before an item of a numbered list."""
    parent = node.getparent()
    if node.tag != "li" or parent is None or parent.tag != "ol":
        return None
    items = [one for one in parent if one.tag == "li"]
    count = _integer(parent.get("start"), 1) + items.index(node)
    form = _LIST_FORMS.get(parent.get("type") or "", "decimal")
    return f"{printed_number(_integer(node.get('value'), count), form)})"


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() else default


def _joined(group: list[_Piece]) -> tuple[str, tuple[Span, ...]]:
    """The text of a paragraph, runs of white space as one, and its changed stretches."""
    chars: list[str] = []
    spans: list[Span] = []
    for piece in group:
        start = len(chars)
        for char in piece.text:
            if char not in _WHITE:
                chars.append(char)
            elif chars and chars[-1] != " ":
                chars.append(" ")
        change, author = piece.around.change, piece.around.author
        if change and len(chars) > start:
            last = spans[-1] if spans else None
            if last and (last.end, last.change, last.author) == (start, change, author):
                spans[-1] = replace(last, end=len(chars))
            else:
                spans.append(Span(start=start, end=len(chars), change=change, author=author))
    text = "".join(chars).rstrip(" ")
    return text, tuple(replace(span, end=min(span.end, len(text))) for span in spans if span.start < len(text))
