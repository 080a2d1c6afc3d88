"""A file's bytes become documents and reports: for the first check, and for the proof of its correction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_service.checking.knowledge import Knowledge
from graph_service.checking.run import Options, run
from graph_service.checking.waivers import Waiver
from graph_service.citing.extract import Extractor
from graph_service.citing.mention import CitingText
from graph_service.correcting.corrected import Checked
from graph_service.correcting.recheck import Rereader
from graph_service.errors import ProblemError
from graph_service.reading.changes import Changes
from graph_service.reading.document import Document
from graph_service.reading.read import DocumentReader
from graph_service.reading.settled import settled


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChecker:
    """Reads and checks one file under one name; ``FileChecker(...)(data)`` is a `Check`.

    ``changes`` is the state of tracked changes to judge. ``first`` is what its first check gave: a corrected file then
    costs no more than what has changed in it.
    """

    name: str
    reader: DocumentReader
    extractor: Extractor
    knowledge: Knowledge
    options: Options
    waivers: Mapping[str, Sequence[Waiver]] | None = None
    changes: Changes = Changes.BOTH
    first: Checked | None = None

    def __call__(self, data: bytes) -> Checked:
        """Return the documents and reports of a file. Raise the problem of one that cannot be read."""
        found = self.reader.read(data, self.name)
        documents = tuple(settled(one, self.changes) for documents in found for one in _given(documents))
        texts = self._texts(documents)
        reports = run(texts, self.knowledge, self.extractor.lexicons, self.options, self.waivers)
        return Checked(documents=documents, texts=texts, reports=reports)

    def _texts(self, documents: Sequence[Document]) -> tuple[CitingText, ...]:
        first = self.first
        if first is None or len(first.texts) != len(documents):
            return tuple(self.extractor.citing_text(one, source=self.name) for one in documents)
        rereader = Rereader(extractor=self.extractor, programmes=self.knowledge.programmes)
        return tuple(map(rereader.citing_text, first.texts, first.documents, documents))


def _given(found: tuple[Document, ...] | ProblemError) -> tuple[Document, ...]:
    if isinstance(found, ProblemError):
        raise found
    return found
