"""Places in a Word file: the paragraph of a locator, the pieces of its text, and what stands in the way of a change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from graph_service.correcting.docx_parts import Story, WordParts
from graph_service.correcting.docx_xml import tags
from graph_service.reading.document import Change
from graph_service.reading.docx_runs import Fields, Piece, attribute, paragraphs, pieces, word

_AROUND = {"hyperlink", "ins", "del", "smartTag", "customXml", "sdt", "sdtContent", "bdo", "dir"}
"""What may stand between a run and its paragraph so that the run can be changed."""
_BOUND = {"dataBinding", "comboBox", "dropDownList", "date", "checkbox", "citation", "bibliography", "equation"}
"""What makes the text of a content control not its own: it is chosen from a list, or comes from elsewhere."""
_LOCKED = {"contentLocked", "sdtContentLocked"}
_STATIC_FIELD = "HYPERLINK"
_FIELD_MARKS = tags("fldChar")
_FIELD_TEXTS = tags("instrText", "t", "tab", "br", "noBreakHyphen", "sym")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordParagraph:
    """A ``w:p`` and what is around it: its story, the fields open at its beginning, the texts inside field results.

    ``first`` are its pieces, ``text`` and ``final`` its words with and without those struck, as they were when it was
    found.
    """

    story: Story
    element: etree._Element
    open_fields: tuple[bool, ...]
    fielded: frozenset[etree._Element]
    first: tuple[Piece, ...]
    text: str
    final: str

    def pieces(self) -> list[Piece]:
        """Return the pieces of its text as they are now."""
        return list(pieces(self.element, Fields(list(self.open_fields))))

    @property
    def host(self) -> etree._Element | None:
        """The paragraph of the text flow that a text box hangs on, None for a paragraph that is itself in the flow."""
        above = [one for one in self.element.iterancestors() if word(one) == "p"]
        return above[-1] if above else None


@dataclass(frozen=True, slots=True)
class _Outline:
    """The paragraphs of a story, with the fields open at the beginning of each where it has any."""

    story: Story
    elements: tuple[etree._Element, ...]
    open_fields: tuple[tuple[bool, ...], ...] | None
    fielded: frozenset[etree._Element]

    def paragraph(self, number: int) -> WordParagraph | None:
        """Return a paragraph by its number, which counts from 1."""
        if not 0 < number <= len(self.elements):
            return None
        fields = self.open_fields[number - 1] if self.open_fields else ()
        return paragraph_of(self.story, self.elements[number - 1], fields, self.fielded)


@dataclass(slots=True)
class Places:
    """Finds paragraphs by their locators. The stories of one kind are walked once, when first asked for."""

    parts: WordParts
    _outlines: dict[str, _Outline] = field(default_factory=dict)
    _walked: set[str] = field(default_factory=set)
    _found: dict[str, WordParagraph | None] = field(default_factory=dict)

    def paragraph(self, locator: str) -> WordParagraph | None:
        """Return the paragraph that a locator names, always the same one."""
        kind = locator[:2] if locator[:2].isalpha() else ""
        if kind not in self._walked:
            self._walked.add(kind)
            self._outlines |= {story.prefix: _outline(story) for story in self.parts.stories(kind)}
        if locator not in self._found:
            story, dot, number = locator.rpartition(".")
            outline = self._outlines.get(f"{story}{dot}")
            self._found[locator] = outline.paragraph(int(number)) if outline and number.isdecimal() else None
        return self._found[locator]

    def apart(self, place: WordParagraph) -> etree._Element | None:
        """Return where a comment on a paragraph stands if it cannot stand in it, None if it can.

        Word takes no comment in headers, footers and old text boxes, LibreOffice none in notes: there it is the first
        paragraph of the body, the paragraph that the box hangs on, the run with the note's mark.
        """
        if place.story.is_body:
            return place.host
        mark = self._mark(place.story) if place.story.is_note else None
        if mark is not None:
            return mark
        first = self.paragraph("1")
        return first.element if first else place.element

    def _mark(self, story: Story) -> etree._Element | None:
        """The run in the body that holds the mark of a note."""
        number, kind = attribute(story.root, "id"), word(story.root)
        for element in self.parts.tree(self.parts.main).iter(*tags(f"{kind}Reference")):
            if attribute(element, "id") == number:
                return element.getparent()
        return None


def _outline(story: Story) -> _Outline:
    elements = tuple(paragraphs(story.root))
    if next(story.root.iter(*_FIELD_MARKS), None) is None:
        return _Outline(story, elements, None, frozenset())
    fields, open_fields = Fields(), []
    for element in elements:
        open_fields.append(tuple(fields.open))
        for _ in pieces(element, fields):
            pass
    return _Outline(story, elements, tuple(open_fields), _field_results(story.root))


def paragraph_of(
    story: Story, element: etree._Element, open_fields: tuple[bool, ...], fielded: frozenset[etree._Element]
) -> WordParagraph:
    """Return a ``w:p`` with its pieces and its words as they are now."""
    found = tuple(pieces(element, Fields(list(open_fields))))
    return WordParagraph(
        story=story,
        element=element,
        open_fields=open_fields,
        fielded=fielded,
        first=found,
        text="".join([piece.text for piece in found]),
        final="".join([piece.text for piece in found if not _is_struck(piece)]),
    )


def _is_struck(piece: Piece) -> bool:
    return any(change is Change.STRUCK for change, _ in piece.changes)


def _field_results(root: etree._Element) -> frozenset[etree._Element]:
    """The text nodes that are results of fields, which an update would write anew; those of hyperlinks are not."""
    found: list[etree._Element] = []
    open_: list[list[str | None]] = []
    for element in root.iter(*_FIELD_MARKS, *_FIELD_TEXTS):
        match word(element):
            case "fldChar":
                _meet(open_, attribute(element, "fldCharType") or "")
            case "instrText" if open_ and open_[-1][1] is None:
                open_[-1][0] = f"{open_[-1][0]}{element.text or ''}"
            case "t" | "tab" | "br" | "noBreakHyphen" | "sym" if any(_is_guarded(one) for one in open_):
                found.append(element)
    return frozenset(found)


def _meet(open_: list[list[str | None]], kind: str) -> None:
    """Take the mark of a field into account: each open field is its instruction and whether its result has begun."""
    if kind == "begin":
        open_.append(["", None])
    elif kind == "separate" and open_:
        open_[-1][1] = "result"
    elif kind == "end" and open_:
        open_.pop()


def _is_guarded(one: Sequence[str | None]) -> bool:
    return one[1] is not None and not _is_static(one[0] or "")


def _is_static(instruction: str) -> bool:
    return instruction.split()[:1] == [_STATIC_FIELD]


def hindrance(place: WordParagraph, piece: Piece) -> str | None:
    """Return the key of what stands in the way of changing a piece, None where it can be changed."""
    if piece.run is None:
        return "formula"
    if piece.node in place.fielded:
        return "field"
    if piece.node.getparent() is not piece.run:
        return "structure"
    inside = True
    for element in piece.run.iterancestors():
        inside = inside and element is not place.element
        found = _around(element, inside=inside)
        if found:
            return found
    return None


def _around(element: etree._Element, *, inside: bool) -> str | None:
    """What an element around a run forbids; ``inside`` tells whether it is inside the paragraph."""
    name = word(element)
    if name == "sdt":
        return _control(element)
    if name == "fldSimple":
        return None if _is_static(attribute(element, "instr") or "") else "field"
    if name in {"moveTo", "moveFrom"}:
        return "moved"
    if inside and name not in _AROUND:
        return "structure"
    return None


def _control(element: etree._Element) -> str | None:
    properties = next((one for one in element if word(one) == "sdtPr"), None)
    for one in properties if properties is not None else ():
        name = etree.QName(one).localname if isinstance(one.tag, str) else ""
        if name in _BOUND or (name == "lock" and attribute(one, "val") in _LOCKED):
            return "control"
    return None


def mirror_of(place: WordParagraph) -> WordParagraph | None:
    """Return the same paragraph in the older form of its text box that the file keeps beside the new one."""
    for element in place.element.iterancestors():
        if isinstance(element.tag, str) and etree.QName(element).localname == "AlternateContent":
            new, *older = [one for one in element if isinstance(one.tag, str)]
            for fallback in older:
                found = _same(place, list(paragraphs(new)), list(paragraphs(fallback)))
                if found is not None:
                    return found
    return None


def _same(place: WordParagraph, new: Sequence[etree._Element], older: Sequence[etree._Element]) -> WordParagraph | None:
    if len(new) != len(older):
        return None
    number = next((index for index, one in enumerate(new) if one is place.element), None)
    if number is None:
        return None
    element = older[number]
    twin = paragraph_of(place.story, element, (), _field_results(element))
    return twin if (twin.text, twin.final) == (place.text, place.final) else None


def spans(found: Sequence[Piece]) -> Iterator[tuple[int, int, Piece]]:
    """Yield pieces with where they begin and end in the paragraph's text."""
    at = 0
    for piece in found:
        yield at, at + len(piece.text), piece
        at += len(piece.text)
