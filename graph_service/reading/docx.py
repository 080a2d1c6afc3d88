"""Word files: paragraphs of body, tables, text boxes, notes, headers and footers, with their tracked changes."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from lxml import etree

from graph_service.errors import Code, problem
from graph_service.reading.block import Block, RawText
from graph_service.reading.document import Comment, Layout, Span
from graph_service.reading.docx_runs import Fields, Piece, attribute, paragraphs, pieces, word
from graph_service.reading.numbering import Numbering
from graph_service.reading.package import Package
from graph_service.reading.xml import parse_xml

_RELATIONS = "_rels/.rels"
_EMBEDDED = ("aFChunk", "package", "oleObject")
"""Kinds of parts that are documents of their own: put in on opening, as a file, as an object of another program."""
_SIGNATURE = "origin"
"""The kind of the part that the signatures of a package hang on."""
_NUMBER = re.compile(r"(\d+)\.xml$")


def read_docx(data: bytes, where: str) -> tuple[RawText, ...]:
    """Return the text of a Word file: headers, the body with each note after its paragraph, footers.

    Raise unreadable-file for a package without a document, and the problems of `Package` and `parse_xml`.
    """
    word_file = WordFile(data, where)
    notes = word_file.notes()
    blocks: list[Block] = list(word_file.margin(Layout.HEADER))
    comments: list[Comment] = []
    tracked = False
    for block, found in word_file.body():
        blocks.append(block)
        comments += _comments(block, found, word_file.comment_texts)
        for piece in found:
            blocks += notes.pop(_reference(piece), ())
    for rest in notes.values():
        blocks += rest
    blocks += word_file.margin(Layout.FOOTER)
    tracked = any(block.changes for block in blocks)
    return (RawText(blocks=tuple(blocks), tracked=tracked, notes=word_file.remarks(), comments=tuple(comments)),)


class WordFile:
    """The parts of a Word file, found by their relations, and the paragraphs in them."""

    def __init__(self, data: bytes, where: str) -> None:
        self._where = where
        self._package = Package(data, where)
        main = self._related("", "officeDocument")
        if not main or main[0] not in self._package:
            raise problem(
                Code.UNREADABLE_FILE,
                "there is no document in this Word file",
                where=where,
                hint="save it again in Word",
            )
        self.main = main[0]
        root = self._tree(self.main)
        if word(root) != "document":
            raise problem(
                Code.UNSUPPORTED_FORMAT,
                "this Office file is no Word document",
                where=where,
                hint="give a Word document (.docx)",
            )
        self.root = root
        self._numbering_tree = self._first("numbering")
        self._styles_tree = self._first("styles")

    @cached_property
    def comment_texts(self) -> Mapping[str, tuple[str, str, date | None]]:
        """The author, the text and the day of each comment by its id."""
        root = self._first("comments")
        found = {}
        for comment in root if root is not None else ():
            if word(comment) == "comment":
                text = "\n".join(_text_of(one) for one in paragraphs(comment))
                author, day = attribute(comment, "author") or "", _day(attribute(comment, "date"))
                found[attribute(comment, "id") or ""] = (author, text, day)
        return found

    def body(self) -> Iterator[tuple[Block, list[Piece]]]:
        """Yield the paragraphs of the body that have text, with their pieces."""
        body = next((one for one in self.root if word(one) == "body"), self.root)
        yield from self._blocks(body, "", Layout.BODY)

    def notes(self) -> dict[tuple[str, str], list[Block]]:
        """Return the blocks of each footnote and endnote, by the kind and id that its reference names."""
        found: dict[tuple[str, str], list[Block]] = {}
        for kind, layout, prefix in (("footnote", Layout.FOOTNOTE, "fn"), ("endnote", Layout.ENDNOTE, "en")):
            root = self._first(f"{kind}s")
            real = [one for one in (root if root is not None else ()) if attribute(one, "type") in {None, "normal"}]
            for number, note in enumerate(real, 1):
                blocks = [block for block, _ in self._blocks(note, f"{prefix}{number}.", layout)]
                found[kind, attribute(note, "id") or ""] = blocks
        return found

    def margin(self, layout: Layout) -> Iterator[Block]:
        """Yield the paragraphs of the headers or of the footers that have text; equal parts are read once."""
        kind, prefix = ("header", "hd") if layout is Layout.HEADER else ("footer", "ft")
        for number, part in enumerate(sorted(set(self._related(self.main, kind)), key=_natural), 1):
            if part in self._package:
                for block, _ in self._blocks(self._tree(part), f"{prefix}{number}.", layout):
                    yield block

    def remarks(self) -> tuple[str, ...]:
        """Return what a reader should know: the parts that hold documents of their own, whether the file is signed."""
        found = dict.fromkeys(part for kind in _EMBEDDED for part in self._related(self.main, kind))
        names = [posixpath.basename(part) for part in found if part in self._package]
        embedded = (f"embedded {', '.join(names)}",) if names else ()
        return (*embedded, *(("signed",) if self._related("", _SIGNATURE) else ()))

    def _blocks(self, root: etree._Element, prefix: str, layout: Layout) -> Iterator[tuple[Block, list[Piece]]]:
        fields, numbering = Fields(), Numbering(self._numbering_tree, self._styles_tree)
        for number, paragraph in enumerate(paragraphs(root), 1):
            found = list(pieces(paragraph, fields))
            label = numbering.label(paragraph)
            text, spans = joined(found)
            if not text.strip():
                continue
            place = Layout.TABLE if layout is Layout.BODY and _in_table(paragraph, root) else layout
            block = Block(text=text, locator=f"{prefix}{number}", layout=place, changes=spans, label=label)
            yield block, found

    def _first(self, kind: str) -> etree._Element | None:
        part = next((one for one in self._related(self.main, kind) if one in self._package), None)
        return self._tree(part) if part else None

    def _tree(self, part: str) -> etree._Element:
        return parse_xml(self._package.part(part), f"{self._where} ({part})")

    def _related(self, part: str, kind: str) -> list[str]:
        """The parts inside the package that a part is related to; links to the outside are never followed."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels") if part else _RELATIONS
        if relations not in self._package:
            return []
        return [
            posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
            for one in self._tree(relations)
            if one.get("Type", "").rpartition("/")[2] == kind and one.get("TargetMode") != "External"
        ]


def joined(found: list[Piece]) -> tuple[str, tuple[Span, ...]]:
    """Return the text of some pieces and its changed stretches, neighbours of one change and author as one."""
    parts: list[str] = []
    spans: list[Span] = []
    at = 0
    for piece in found:
        end = at + len(piece.text)
        if end > at:
            for change, author in dict.fromkeys(piece.changes):
                before = next((one for one in reversed(spans) if (one.change, one.author) == (change, author)), None)
                if before is not None and before.end == at:
                    spans[spans.index(before)] = replace(before, end=end)
                else:
                    spans.append(Span(start=at, end=end, change=change, author=author))
        parts.append(piece.text)
        at = end
    return "".join(parts), tuple(spans)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _text_of(paragraph: etree._Element) -> str:
    return joined(list(pieces(paragraph, Fields())))[0]


def _in_table(paragraph: etree._Element, root: etree._Element) -> bool:
    element = paragraph.getparent()
    while element is not None and element is not root:
        if word(element) == "tc":
            return True
        element = element.getparent()
    return False


def _reference(piece: Piece) -> tuple[str, str]:
    name = word(piece.node)
    if name not in {"footnoteReference", "endnoteReference"}:
        return "", ""
    return name.removesuffix("Reference"), attribute(piece.node, "id") or ""


def _natural(part: str) -> tuple[int, str]:
    number = _NUMBER.search(part)
    return int(number[1]) if number else 0, part


def _comments(block: Block, found: list[Piece], texts: Mapping[str, tuple[str, str, date | None]]) -> Iterator[Comment]:
    """The comments whose range ends or whose mark stands in a paragraph, pinned to what they cover of it."""
    starts: dict[str, int] = {}
    ends: dict[str, int] = {}
    at = 0
    for piece in found:
        name, comment = word(piece.node), attribute(piece.node, "id") or ""
        if name == "commentRangeStart":
            starts[comment] = at
        elif name in {"commentRangeEnd", "commentReference"}:
            ends.setdefault(comment, at)
        at += len(piece.text)
    for comment, end in ends.items():
        if comment in texts:
            author, text, dated = texts[comment]
            start = starts.get(comment, 0)
            yield Comment(locator=block.locator, start=start, end=end, author=author, text=text, dated=dated)
