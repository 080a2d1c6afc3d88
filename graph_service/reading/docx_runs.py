"""The runs of a Word paragraph as pieces of text with their nodes: the way in for reading, the way back for correcting.

Transitional and strict OOXML have the same local names; only these are looked at, inside the two namespaces.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from graph_service.reading.document import Change

WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATH = frozenset(
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math"}
)
_CHANGES = {
    "ins": Change.INSERTED,
    "moveTo": Change.INSERTED,
    "del": Change.STRUCK,
    "moveFrom": Change.STRUCK,
}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_WITHOUT_TEXT = {"pPr", "rPr", "rt", "instrText", "delInstrText", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "pict"}
_WITHOUT_TEXT |= {"drawing", "object", "annotationRef", "footnoteRef", "endnoteRef", "fldChar", "p", "tbl"}
_SYMBOL_FONTS = {"symbol"}
_SYMBOLS = {
    0x2D: "−",
    0xB1: "±",
    0xB4: "×",
    0xB7: "•",
    0xA3: "≤",
    0xB3: "≥",
    0x6D: "μ",
    0xB0: "°",
    0xAE: "→",
    0xA7: "§",
}
_PRIVATE_USE = 0xF000
_LAST_BYTE = 0xFF


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph's text as one node of the file holds it.

    ``node`` is the ``w:t``, ``w:tab`` ... whose characters these are, ``run`` the ``w:r`` around it, None in a formula;
    ``changes`` are the tracked changes around it, outermost first, with their authors. A mark of a comment or a note
    is a piece without text.
    """

    node: etree._Element
    run: etree._Element | None
    text: str
    changes: tuple[tuple[Change, str | None], ...] = ()


@dataclass(slots=True)
class Fields:
    """The complex fields that are open where the reader stands, innermost last: whether its instruction is over."""

    open: list[bool] = field(default_factory=list)

    @property
    def in_instruction(self) -> bool:
        """Whether what is read belongs to the instruction of a field and is not printed."""
        return not all(self.open)

    def meet(self, kind: str) -> None:
        """Take a ``w:fldChar`` into account."""
        match kind:
            case "begin":
                self.open.append(False)
            case "separate" if self.open:
                self.open[-1] = True
            case "end" if self.open:
                self.open.pop()


def word(element: etree._Element) -> str:
    """Return the local name of an element of Word's own, an empty one for any other."""
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element)
    return name.localname if name.namespace in WORD else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """Return a ``w:`` attribute of an element in either namespace."""
    return next((value for space in WORD if (value := element.get(f"{{{space}}}{name}")) is not None), None)


def paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Yield every ``w:p`` below an element in document order, tables and text boxes included, each once.

    Of the alternatives that a file offers for one thing only the first is taken.
    """
    stack = list(reversed(root))
    while stack:
        element = stack.pop()
        if word(element) == "p":
            yield element
        stack.extend(reversed(_children(element)))


def _children(element: etree._Element) -> list[etree._Element]:
    """The elements inside one; of the alternatives for one thing the first."""
    if element.tag == f"{{{_COMPATIBILITY}}}AlternateContent":
        return [element[0]] if len(element) else []
    return [child for child in element if isinstance(child.tag, str)]


_Changes = tuple[tuple[Change, str | None], ...]


def pieces(paragraph: etree._Element, fields: Fields) -> Iterator[Piece]:
    """Yield the pieces of a ``w:p`` in print order, struck and inserted ones alike.

    Text boxes inside are paragraphs of their own. ``fields`` carries the fields that are open across paragraphs.
    """
    stack: list[tuple[etree._Element, etree._Element | None, _Changes]] = [
        (child, None, ()) for child in reversed(_children(paragraph))
    ]
    while stack:
        element, run, changes = stack.pop()
        name = etree.QName(element)
        local = name.localname if name.namespace in WORD else ""
        text = _text(element, local) if local else _formula(element, name)
        if text is not None:
            if not fields.in_instruction:
                yield Piece(element, run, text, changes)
            continue
        if local == "fldChar":
            fields.meet(attribute(element, "fldCharType") or "")
        elif local in _CHANGES:
            changes = (*changes, (_CHANGES[local], attribute(element, "author")))
        elif local == "r":
            run = element
        if not _is_closed(element, local):
            stack.extend((child, run, changes) for child in reversed(_children(element)))


def _formula(element: etree._Element, name: etree.QName) -> str | None:
    """The characters of a formula's text node, None for any other element."""
    return element.text or "" if name.namespace in _MATH and name.localname == "t" else None


def _is_closed(element: etree._Element, name: str) -> bool:
    """Whether nothing inside an element is printed in this paragraph."""
    return name in _WITHOUT_TEXT or (name == "r" and _is_hidden(element))


_MARKS = {"commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference", "endnoteReference"}


def _text(element: etree._Element, name: str) -> str | None:
    """The characters of a node, an empty text for a mark, None for what holds other nodes."""
    if name in {"t", "delText"}:
        return (element.text or "").replace("\n", " ").replace("\t", " ")
    if name in _SIGNS:
        return _SIGNS[name]
    if name == "sym":
        return _symbol(element)
    return "" if name in _MARKS else None


def _symbol(element: etree._Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    if (attribute(element, "font") or "").lower() in _SYMBOL_FONTS:
        byte = code & _LAST_BYTE
        return _SYMBOLS.get(byte, chr(byte))
    return "•" if code >= _PRIVATE_USE else chr(code)


def _is_hidden(run: etree._Element) -> bool:
    """Whether a run has hidden text, which is not printed."""
    for properties in run:
        if word(properties) == "rPr":
            vanish = next((one for one in properties if word(one) == "vanish"), None)
            return vanish is not None and attribute(vanish, "val") not in {"0", "false", "off"}
    return False
