"""How the service and its reading processes speak over a socket: frames of a kind, a length and a payload."""

import functools
import json
import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from graph_service.errors import Code, Problem

HEADER = struct.Struct("!BI")
_LENGTH = struct.Struct("!I")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_decode = json.JSONDecoder().decode


class Kind(IntEnum):
    """What a frame holds: a job; a whole answer; the head, a block, the end of a long one; a problem."""

    JOB = 1
    ANSWER = 2
    HEAD = 3
    BLOCK = 4
    END = 5
    PROBLEM = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One thing for a reading process to do.

    ``task`` is ``query``, ``update`` or ``graphs`` (their names), or of the Graph Store Protocol ``graph``, ``put``,
    ``post`` or ``delete``: with the ``graph`` they mean, None for the default one, and the ``content_type`` of their
    ``payload``. ``default`` and ``named`` are the request's dataset, None where it names none. ``version`` is that of
    the store to be read, ``late`` are those before it that may be read while that one is just being written.
    """

    task: str
    base: str
    text: str = ""
    accept: str | None = None
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    rows: int = 0
    version: str = ""
    late: tuple[str, ...] = ()
    graph: str | None = None
    content_type: str = ""
    payload: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What is known of an answer before its bytes: type, the limit of rows, whether it was cut, if that is known.

    ``retire`` asks for another process in the place of this one, which has grown too large. ``note`` is the task's own
    word on what it did. ``is_late`` says that it is of the version before the one that was to be read.
    """

    content_type: str = ""
    is_cut: bool = False
    retire: bool = False
    note: str = ""
    is_late: bool = False


def frame(kind: Kind, payload: bytes) -> bytes:
    """Return a frame as it is sent."""
    return HEADER.pack(kind, len(payload)) + payload


def job_frame(job: Job, version: str, late: tuple[str, ...] = ()) -> bytes:
    """Return a job as a frame, to be done on a version of the store, or on a late one while that is being written."""
    fields = (
        job.task, job.base, job.text, job.accept, job.default, job.named, job.rows, version, late, job.graph,
        job.content_type,
    )  # fmt: skip
    return frame(Kind.JOB, _joined(fields, job.payload))


def job_of(data: bytes) -> Job:
    """Return the job of a frame's payload."""
    fields, payload = _split(data)
    task, base, text, accept, default, named, rows, version, late, graph, content_type = fields
    return Job(
        task=task,
        base=base,
        text=text,
        accept=accept,
        default=None if default is None else tuple(default),
        named=None if named is None else tuple(named),
        rows=rows,
        version=version,
        late=tuple(late),
        graph=graph,
        content_type=content_type,
        payload=payload,
    )


def head_frame(kind: Kind, head: Head, body: bytes = b"") -> bytes:
    """Return a head as a frame, with the bytes of a whole answer behind it."""
    return frame(kind, _joined((head.content_type, head.is_cut, head.retire, head.note, head.is_late), body))


def head_of(data: bytes) -> tuple[Head, bytes]:
    """Return the head and the bytes of a frame's payload."""
    fields, body = _parts(data)
    return _head(fields), body


@functools.lru_cache(maxsize=256)
def _head(fields: bytes) -> Head:
    """A head from its JSON; most answers have the same few."""
    content_type, is_cut, retire, note, is_late = _decode(fields.decode())
    return Head(content_type=content_type, is_cut=is_cut, retire=retire, note=note, is_late=is_late)


def problem_frame(problem: Problem) -> bytes:
    """Return a problem as a frame."""
    fields = (problem.code.name, problem.what, problem.where, problem.hint, problem.choices)
    return frame(Kind.PROBLEM, _joined(fields, b""))


def problem_of(data: bytes) -> Problem:
    """Return the problem of a frame's payload."""
    (code, what, where, hint, choices), _ = _split(data)
    return Problem(code=Code[code], what=what, where=where, hint=hint, choices=tuple(choices))


def _joined(fields: tuple[Any, ...], body: bytes) -> bytes:
    """Fields as JSON, and bytes behind them."""
    head = _encode(fields).encode()
    return _LENGTH.pack(len(head)) + head + body


def _parts(data: bytes) -> tuple[bytes, bytes]:
    (length,) = _LENGTH.unpack_from(data)
    end = _LENGTH.size + length
    return data[_LENGTH.size : end], data[end:]


def _split(data: bytes) -> tuple[list[Any], bytes]:
    fields, body = _parts(data)
    found: list[Any] = _decode(fields.decode())
    return found, body
