"""A file, a folder, an archive or the bytes of one become documents: the one way into reading."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from graph_service.errors import Code, ProblemError, problem
from graph_service.lexicon.lexicon import Lexicon
from graph_service.reading.block import Block, RawText
from graph_service.reading.dates import PrintedDates
from graph_service.reading.document import Document
from graph_service.reading.flattened import Flattened
from graph_service.reading.formats import format_of
from graph_service.reading.head import HeadReader
from graph_service.reading.language import languages_of
from graph_service.reading.marks import marks_of
from graph_service.reading.relabelled import relabelled
from graph_service.reading.sources import Source, sources_of
from graph_service.reading.structure import paragraphs_of
from graph_service.reading.words import compile_words
from graph_service.register.register import Register


def read_documents(
    source: Path | bytes,
    *,
    name: str,
    register: Register,
    lexicons: Mapping[str, Lexicon],
    draft: str | None = None,
) -> tuple[Document, ...]:
    """Return the documents of a file: one for most, one per component of a collection, all of a folder or archive.

    ``draft`` is the conference that the documents are said to be drafts to. Raise the problem of the first file that
    cannot be read.
    """
    reader = DocumentReader(register=register, lexicons=lexicons, draft=draft)
    documents: list[Document] = []
    for found in reader.read(source, name):
        if isinstance(found, ProblemError):
            raise found
        documents += found
    return tuple(documents)


class DocumentReader:
    """Reads documents one file after another; made once of the register and the lexicons."""

    def __init__(self, *, register: Register, lexicons: Mapping[str, Lexicon], draft: str | None = None) -> None:
        self._draft = draft
        self._words = {lang: compile_words(lexicon, register) for lang, lexicon in lexicons.items()}
        self._languages = languages_of(lexicons, register)
        marks = marks_of(lexicons, register)
        self._flattened = Flattened(marks)
        dates = PrintedDates(lexicon.structure for lexicon in lexicons.values())
        self._heads = HeadReader(words=self._words, marks=marks, dates=dates, register=register)

    def read(self, source: Path | bytes, name: str) -> Iterator[tuple[Document, ...] | ProblemError]:
        """Yield the documents of each file that a source holds, or the problem of one that cannot be read."""
        for found in sources_of(source, name):
            if isinstance(found, ProblemError):
                yield found
                continue
            try:
                yield self._documents(found)
            except ProblemError as error:
                yield error

    def _documents(self, source: Source) -> tuple[Document, ...]:
        form = format_of(source.data, source.name)
        digest = hashlib.sha256(source.data).hexdigest()
        texts = form.read(source.data, source.name)
        if not any(text.blocks for text in texts):
            raise problem(
                Code.UNREADABLE_FILE, "there is no text in it", where=source.name, hint="give a file with text in it"
            )
        return tuple(self._document(source, text, form.name, digest) for text in texts)

    def _document(self, source: Source, text: RawText, form: str, digest: str) -> Document:
        lang, langs = self._languages.of_texts([block.text for block in text.blocks])
        blocks = text.blocks if text.tracked else self._guessed(text.blocks, langs)
        paragraphs = paragraphs_of(blocks, langs, self._words)
        return Document(
            doc=text.doc or source.stem,
            file=source.name,
            format=form,
            lang=lang,
            head=self._heads.read(paragraphs, draft=self._draft, adopted=text.adopted),
            paragraphs=paragraphs,
            sha256=digest,
            notes=text.notes,
            comments=text.comments,
        )

    def _guessed(self, blocks: tuple[Block, ...], langs: list[str]) -> tuple[Block, ...]:
        """The blocks with the changes that their words tell, for a format that marks none."""
        marked = [
            replace(block, changes=spans) if (spans := self._flattened.spans(block.text)) else block for block in blocks
        ]
        return relabelled(marked, langs, self._words)
