"""A Document becomes Mentions: each paragraph is read as it stands and as it stood, and the two are put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph_service.citing.internal import internal_references, parts_of
from graph_service.citing.leftovers import without_leftovers
from graph_service.citing.mention import Beside, Certainty, CitingText, Mention, Stretch, TextStatus, make_mention
from graph_service.citing.merge import Placed, merged
from graph_service.citing.normalise import normal
from graph_service.citing.patterns import Words
from graph_service.citing.resolver import Reading, as_it_was, readings
from graph_service.citing.stretches import Stretches
from graph_service.citing.surroundings import Context, Memory
from graph_service.citing.words import compile_words
from graph_service.lexicon.lexicon import Lexicon
from graph_service.names.kind import Kind
from graph_service.reading.changes import Changes, view
from graph_service.reading.document import Change, Document, Head, Paragraph, Span
from graph_service.reading.offsets import Composed
from graph_service.register.register import Register


class Extractor:
    """Reads the citations of documents; the words of each language are compiled once for all of them."""

    def __init__(self, register: Register, lexicons: Mapping[str, Lexicon]) -> None:
        self.register = register
        self.lexicons = lexicons
        self._words: dict[str, Words] = {}

    def citing_text(self, document: Document, *, source: str | None = None) -> CitingText:
        """Return a document's head and mentions as one value, without its words; ``source`` is its source's id."""
        return CitingText(
            doc=document.doc,
            source=source or document.file,
            file=document.file,
            format=document.format,
            lang=document.lang,
            sha256=document.sha256,
            head=document.head,
            mentions=self.mentions(document),
            notes=document.notes,
            internal=internal_references(document, self.lexicons),
            parts=parts_of(document),
            comments=document.comments,
        )

    def mentions(self, document: Document) -> tuple[Mention, ...]:
        """Return every mention of a document in order of place, struck ones included."""
        return _Extraction(document, self).mentions()

    def words(self, lang: str) -> Words:
        """Return the compiled words of a language."""
        known = self._words.get(lang)
        if known is None:
            known = self._words[lang] = compile_words(lang, self.lexicons, self.register)
        return known


def citing_text(
    document: Document, register: Register, lexicons: Mapping[str, Lexicon], *, source: str | None = None
) -> CitingText:
    """Return one document's head and mentions; for several documents an Extractor is faster."""
    return Extractor(register, lexicons).citing_text(document, source=source)


def extract(document: Document, register: Register, lexicons: Mapping[str, Lexicon]) -> tuple[Mention, ...]:
    """Return every mention of one document; for several documents an Extractor is faster."""
    return Extractor(register, lexicons).mentions(document)


@dataclass
class _Extraction:
    document: Document
    extractor: Extractor

    def __post_init__(self) -> None:
        self.register = self.extractor.register
        self.changes = self.unchanged = Stretches[Span]()
        paragraphs = self.document.paragraphs
        final = [self._seen(paragraph, Changes.FINAL) for paragraph in paragraphs]
        original = [
            self._seen(paragraph, Changes.ORIGINAL) if paragraph.changes else one
            for paragraph, one in zip(paragraphs, final, strict=True)
        ]
        self.states = (
            _State(final, self._context(self.document.head, final)),
            _State(original, self._context(replace(self.document.head, marker=None), original)),
        )

    def mentions(self) -> tuple[Mention, ...]:
        out: list[Mention] = []
        for at, paragraph in enumerate(self.document.paragraphs):
            changes = paragraph.changes
            self.changes = Stretches((one.start, one.end, one) for one in changes) if changes else self.unchanged
            for placed, is_struck in self._placed(paragraph, at):
                out.append(self._mention(placed, paragraph, at, is_struck=is_struck))
        return tuple(out)

    def _placed(self, paragraph: Paragraph, at: int) -> list[tuple[Placed, bool]]:
        final, original = self.states
        stands = self._read(at, final)
        if not paragraph.changes:
            return [(one, False) for one in stands]
        stood = [replace(one, reading=as_it_was(one.reading, self.register)) for one in self._read(at, original)]
        return merged(stands, stood, self.changes)

    def _read(self, at: int, state: "_State") -> list[Placed]:
        seen = state.seen[at]
        if not seen.text or seen.text.isspace():
            return []
        found = readings(seen.text, seen.words, state.context, state.memory)
        return [Placed(one, seen.offsets) for one in found]

    def _seen(self, paragraph: Paragraph, changes: Changes) -> "_Seen":
        shown = view(paragraph, changes)
        words = self.extractor.words(paragraph.lang)
        text = without_leftovers(normal(shown.text), words)
        return _Seen(text.text, _back(text.offsets, shown.offsets), words)

    def _context(self, head: Head, seen: "list[_Seen]") -> Context:
        return Context(head=head, register=self.register, texts=[(one.text, one.words) for one in seen])

    def _mention(self, placed: Placed, paragraph: Paragraph, at: int, *, is_struck: bool) -> Mention:
        reading, reference = placed.reading, placed.reading.reference
        start, end = placed.span
        number = placed.stretch(reference.number_start, reference.number_end)
        region = paragraph.region_at(number.start)
        marker = placed.stretch(reference.marker.start, reference.marker.end) if reference.marker else None
        is_self = self._is_self(reading, region.clause)
        title, beside = placed.title_stretch, _beside(placed, paragraph)
        is_beside = reference.conference_beside or (reference.beside is not None and beside is None)
        return make_mention(
            doc=self.document.doc, locator=paragraph.locator, clause=region.clause, part=region.part,
            lang=paragraph.lang, text=" ".join(paragraph.text[start:end].split(" ")).strip(),
            start=start + paragraph.offset, end=end + paragraph.offset, kind=reference.kind, body=reading.body,
            number=reading.number, marker=reading.marker, instrument=reading.instrument, edition=reading.edition,
            is_self=is_self, status=_status(self.changes, number, marker, is_struck=is_struck),
            certainty=_certainty(self.changes, start, end), body_from=reading.body_from,
            edition_from=reading.edition_from,
            printed_marker=paragraph.text[marker.start : marker.end] if marker else None,
            marker_at=_moved(marker, paragraph.offset) if reference.marker_is_own else None,
            number_at=_moved(number, paragraph.offset), body_at=_moved(placed.body, paragraph.offset),
            sentence_at=_moved(placed.stretch(*reading.sentence), paragraph.offset),
            enumeration=at * 1000 + reading.sentence_number, cited_part=reference.part,
            quoted_title=paragraph.text[title.start : title.end].strip() if title else None,
            title_at=_moved(title, paragraph.offset),
            looking_back=reading.looking_back, binding=reading.binding, inside_title_of=reading.inside_title_of,
            range=reference.range, bare=reference.is_bare, article=reference.article,
            conference_beside=is_beside, beside=beside, title_is_open=reference.title_is_open,
            struck=() if is_struck or not self.changes.all else self._struck(paragraph.offset, start, end, title),
        )  # fmt: skip

    def _struck(self, offset: int, start: int, end: int, title: Stretch | None) -> tuple[Stretch, ...]:
        """The struck stretches of a mention and its title."""
        last = max(end, title.end) if title else end
        return tuple(
            Stretch(start=max(one.start, start) + offset, end=min(one.end, last) + offset)
            for one in self.changes.touching(start, last)
            if one.change is Change.STRUCK
        )

    def _is_self(self, reading: Reading, clause: str) -> bool:
        head = self.document.head
        if reading.reference.kind is Kind.PROVISION:
            return reading.body == self.states[0].context.own_text
        if head.instrument is None or reading.instrument != head.instrument:
            return False
        if clause == "title" or reading.marker.is_empty or head.marker is None:
            return True
        one, own = reading.marker, head.marker
        same_revision = None in {one.revision, own.revision} or one.revision == own.revision
        return same_revision and (one.place, one.year) == (own.place, own.year)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A paragraph in one state: normalised text, the way back, the words of its language."""

    text: str
    offsets: Sequence[int]
    words: Words


@dataclass(slots=True)
class _State:
    """A document in one state, with what it has said so far."""

    seen: list[_Seen]
    context: Context
    memory: Memory = field(default_factory=Memory)


def _back(inner: Sequence[int], outer: Sequence[int]) -> Sequence[int]:
    """The places in a paragraph's text of the characters of its normalised view."""
    if isinstance(inner, range):
        return outer
    return inner if isinstance(outer, range) else Composed(inner, outer)


def _moved(stretch: Stretch | None, offset: int) -> Stretch | None:
    if stretch is None or not offset:
        return stretch
    return Stretch(start=stretch.start + offset, end=stretch.end + offset)


def _beside(placed: Placed, paragraph: Paragraph) -> Beside | None:
    """What stands in brackets behind a mention, unless a change is between or in it."""
    marker, end = placed.reading.reference.beside, placed.span[1]
    if marker is None:
        return None
    bracket = placed.stretch(marker.start, marker.end)
    if bracket.start < end or any(one.start < bracket.end and end < one.end for one in paragraph.changes):
        return None
    at = Stretch(start=end + paragraph.offset, end=bracket.end + paragraph.offset)
    return Beside(text=paragraph.text[end : bracket.end], marker=marker.marker, at=at)


def _status(changes: Stretches[Span], number: Stretch, marker: Stretch | None, *, is_struck: bool) -> TextStatus:
    if is_struck:
        return TextStatus.STRUCK
    if not changes.all:
        return TextStatus.CURRENT
    touching = [one for at in (number, marker) if at for one in changes.touching(at.start, at.end)]
    return TextStatus.INSERTED if any(one.change is Change.INSERTED for one in touching) else TextStatus.CURRENT


def _certainty(changes: Stretches[Span], start: int, end: int) -> Certainty:
    touched = changes.all and any(one.guessed for one in changes.touching(start, end))
    return Certainty.GUESSED if touched else Certainty.CERTAIN
