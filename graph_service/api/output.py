"""Where the store writes a result: blocks are gathered, rows cut, frames sent."""

import socket
from dataclasses import dataclass, field
from typing import IO, cast

from graph_service.api.cutting import RowCutter
from graph_service.api.frames import Head, Kind, frame, head_frame

FIRST_BLOCK = 8_192
"""Bytes that are gathered before the first frame is sent: a client sees soon that rows come. Less is one frame."""
BLOCK = 131_072
"""Bytes that are gathered before each later one."""
_MOST_AT_ONCE = 262_144
"""Bytes of the longest frame."""


class CutError(Exception):
    """Ends the serialisation of a result whose rows are enough."""


@dataclass(slots=True)
class Output:
    """A file-like object that the store writes a result into: gathers blocks, cuts rows, sends frames."""

    connection: socket.socket
    content_type: str
    cutter: RowCutter | None
    streams: bool
    is_late: bool = False
    _blocks: list[bytes] = field(default_factory=list)
    _size: int = 0
    _enough: int = FIRST_BLOCK
    _head_sent: bool = False

    def write(self, block: bytes) -> int:
        """Take a block of the result. Raise CutError when the rows are enough; the store may try once more."""
        if self.cutter and self.cutter.is_cut:
            raise CutError
        self._keep(self.cutter.feed(block) if self.cutter else block)
        if self._size >= self._enough and self.streams:
            self._send()
            self._enough = BLOCK
        if self.cutter and self.cutter.is_cut:
            raise CutError
        return len(block)

    def flush(self) -> None:
        """Do nothing: what is gathered is sent by size."""

    def as_file(self) -> IO[bytes]:
        """Return itself as what the store takes for a file: it calls ``write`` and ``flush`` only."""
        return cast("IO[bytes]", self)

    @property
    def is_long(self) -> bool:
        """Whether a part of the result has been sent already."""
        return self._head_sent

    def note(self, text: bytes) -> None:
        """Add bytes of our own behind the result."""
        self._keep(text)

    def finish(self, *, is_cut: bool, retire: bool) -> None:
        """Send what is left, and that this is the end."""
        if self.cutter and not self.cutter.is_cut:
            self._keep(self.cutter.rest())
        head = Head(content_type=self.content_type, is_cut=is_cut, retire=retire, is_late=self.is_late)
        if not self._head_sent and self._size <= _MOST_AT_ONCE:
            self.connection.sendall(head_frame(Kind.ANSWER, head, b"".join(self._blocks)))
            return
        if not self._head_sent:
            self.connection.sendall(head_frame(Kind.HEAD, head))
            self._head_sent = True
        self._send()
        self.connection.sendall(head_frame(Kind.END, head))

    def _keep(self, data: bytes) -> None:
        self._blocks.append(data)
        self._size += len(data)

    def _send(self) -> None:
        if not self._head_sent:
            head = Head(content_type=self.content_type, is_late=self.is_late)
            self.connection.sendall(head_frame(Kind.HEAD, head))
            self._head_sent = True
        gathered = b"".join(self._blocks)
        for start in range(0, len(gathered), _MOST_AT_ONCE):
            self.connection.sendall(frame(Kind.BLOCK, gathered[start : start + _MOST_AT_ONCE]))
        self._blocks.clear()
        self._size = 0
