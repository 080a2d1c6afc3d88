"""Answers that were given lately, for who asks the same again of the same version of the store."""

from collections import OrderedDict
from dataclasses import dataclass, field

from graph_service.api.frames import Head, Job

_VARYING = ("rand", "now", "uuid", "bnode", "\\u")
"""The functions whose value differs from one time to the next (SPARQL 1.1, section 17.4), wherever they stand.

An escape may spell one of them.
"""
_SHARE = 4
"""One answer may take this part of the room at most."""
_BESIDES = 1024
"""Bytes that an answer takes beside its text and its query."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """An answer whole, in the blocks that it came in."""

    head: Head
    blocks: tuple[bytes, ...]

    @property
    def length(self) -> int:
        """Its bytes."""
        return sum(map(len, self.blocks))


@dataclass(slots=True)
class Gathering:
    """Gathers the blocks of an answer that passes; of one that is longer than ``most`` bytes none is held."""

    most: int
    _blocks: list[bytes] = field(default_factory=list)
    _size: int = 0

    def take(self, block: bytes) -> None:
        """Take the next block."""
        self._size += len(block)
        if self._size <= self.most:
            self._blocks.append(block)
        else:
            self._blocks.clear()

    def blocks(self) -> tuple[bytes, ...] | None:
        """Return all blocks, None if they were too many."""
        return tuple(self._blocks) if self._size <= self.most else None


class KeptAnswers:
    """The answers of one version, at most ``room`` bytes of them; the one that nobody asked for longest goes first."""

    def __init__(self, room: int) -> None:
        self.longest = room // _SHARE
        self._room = room
        self._size = 0
        self._version = ""
        self._answers: OrderedDict[Job, KeptAnswer] = OrderedDict()

    def find(self, version: str, job: Job) -> KeptAnswer | None:
        """Return the answer to a job on a version, if it is kept."""
        if version != self._version:
            return None
        found = self._answers.get(job)
        if found is not None:
            self._answers.move_to_end(job)
        return found

    def keep(self, version: str, job: Job, answer: KeptAnswer) -> None:
        """Keep an answer for the next who asks; what was kept of another version goes."""
        if answer.length > self.longest or _varies(job.text):
            return
        if version != self._version:
            self._answers.clear()
            self._version, self._size = version, 0
        before = self._answers.pop(job, None)
        if before is not None:
            self._size -= _size(job, before)
        self._answers[job] = answer
        self._size += _size(job, answer)
        while self._size > self._room:
            self._size -= _size(*self._answers.popitem(last=False))


def _varies(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _VARYING)


def _size(job: Job, answer: KeptAnswer) -> int:
    return answer.length + len(job.text.encode()) + _BESIDES
