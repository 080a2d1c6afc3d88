"""Results cut after a number of rows while they stream: blocks of serialised bytes in, whole rows out.

A block is cut only where a row ends, and what is sent stays well-formed. Rows are counted in the bytes because the
store serialises much faster than rows can be taken out of it one by one.
"""

import re
from dataclasses import dataclass
from typing import Protocol

_JSON_ROW = re.compile(rb'\},\{"[^"\\]*":\{"type":"')
"""What can only stand between two rows: inside a string the quotation marks would bear a backslash."""


class _View(Protocol):
    def __call__(self, data: bytes, /) -> bytes: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFormat:
    """How rows show in one result format.

    ``view`` returns data that begins where a row does, of the same length, with nothing in quotes that looks like
    ``mark``; a row ends ``offset`` bytes into the mark. ``header`` rows come before the first one. ``begun`` says that
    the mark also shows that another row has begun. ``close`` ends a result that was cut, ``%d`` being the limit.
    ``sure`` finds a mark that is one wherever the data begin; without it, rows must be followed from the first byte.
    """

    view: _View
    mark: bytes
    offset: int
    sure: re.Pattern[bytes] | None
    header: int = 0
    begun: bool = False
    close: bytes = b""


def _as_it_is(data: bytes, /) -> bytes:
    return data


def _outside_json_strings(data: bytes, /) -> bytes:
    if data.count(b"},{") == len(_JSON_ROW.findall(data)):
        return data
    return _outside_quotes(data.replace(rb"\\", b"__").replace(rb"\"", b"__"))


def _outside_quotes(data: bytes, /) -> bytes:
    if b'"' not in data:
        return data
    pieces = data.split(b'"')
    pieces[1::2] = [b"_" * len(piece) for piece in pieces[1::2]]
    return b'"'.join(pieces)


ROW_FORMATS = {
    "json": RowFormat(
        view=_outside_json_strings,
        mark=b"},{",
        offset=1,
        sure=_JSON_ROW,
        begun=True,
        close=b']},"truncated":{"rows":%d}}',
    ),
    "xml": RowFormat(
        view=_as_it_is,
        mark=b"</result>",
        offset=9,
        sure=re.compile(b"</result>"),
        close=b"</results><!-- truncated: the result has more than these %d rows --></sparql>",
    ),
    "csv": RowFormat(view=_outside_quotes, mark=b"\r\n", offset=2, sure=None, header=1),
    "tsv": RowFormat(view=_as_it_is, mark=b"\n", offset=1, sure=re.compile(b"\n"), header=1),
}
"""The formats of a SELECT by the name of their offer. CSV and TSV have no place for a note: a header says it."""

_MARGIN = 64
"""Rows before the limit at which rows begin to be followed one by one."""


@dataclass(slots=True, kw_only=True)
class RowCutter:
    """Counts the rows of one result as its blocks pass. ``is_cut`` becomes True when there are more than the limit.

    Far from the limit a block is passed on as it is, and what looks like the end of a row is taken for one: strings
    that look so can make a very long result end a little early, never late. Near the limit each block begins, in the
    counter's eyes, after the end of a row: what comes after the last one is held back.
    """

    format: RowFormat
    limit: int
    is_cut: bool = False
    _ended: int = 0
    _is_near: bool = False
    _is_first: bool = True
    _tail: bytes = b""
    _held: bytes = b""

    def feed(self, block: bytes) -> bytes:
        """Return what may be sent. Nothing more is to be fed once the result is cut."""
        if self._is_near:
            return self._followed(block)
        ends = self._ends_in(block)
        if self.format.sure is not None and self._ended + 2 * ends + _MARGIN < self._allowed:
            self._pass(block, ends)
            return block
        return self._entered(block, ends)

    def rest(self) -> bytes:
        """Return what was held back, at the end of a result that was not cut."""
        return self._held

    @property
    def _allowed(self) -> int:
        return self.limit + self.format.header

    def _ends_in(self, block: bytes) -> int:
        """The ends of rows in a block, one that began in the block before among them."""
        width = len(self.format.mark) - 1
        return block.count(self.format.mark) + (self._tail + block[:width]).count(self.format.mark)

    def _pass(self, block: bytes, ends: int) -> None:
        width = len(self.format.mark) - 1
        self._ended += ends
        self._tail = (self._tail + block)[-width:] if width else b""
        self._is_first = False

    def _entered(self, block: bytes, ends: int) -> bytes:
        """Begin to follow the rows: at the first byte of all, else after the first mark that is surely one."""
        if self._is_first or self.format.sure is None:
            self._is_near = True
            return self._followed(block)
        found = self.format.sure.search(block)
        if found is None:
            self._pass(block, ends)
            return block
        begin = found.start() + self.format.offset
        head = block[:begin]
        self._ended += self._ends_in(block[: found.start() + len(self.format.mark)])
        self._is_near = True
        return head + self._followed(block[begin:])

    def _followed(self, block: bytes) -> bytes:
        data = self._held + block
        view = self.format.view(data)
        ends = view.count(self.format.mark)
        if not ends:
            self._held = data
            return b""
        allowed = max(self._allowed - self._ended, 0)
        if ends > allowed or (self.format.begun and ends == allowed):
            self.is_cut = True
            return data[: self._end_of_row(view, allowed)] + self._closing()
        end = view.rfind(self.format.mark) + self.format.offset
        self._ended += ends
        self._held = data[end:]
        return data[:end]

    def _end_of_row(self, view: bytes, count: int) -> int:
        position = 0
        for _ in range(count):
            position = view.index(self.format.mark, position) + self.format.offset
        return position

    def _closing(self) -> bytes:
        return self.format.close % self.limit if b"%d" in self.format.close else self.format.close
