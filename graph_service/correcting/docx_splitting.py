"""Runs of a Word paragraph split so that given borders of its text lie between runs; nothing else changes."""

from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from graph_service.correcting.docx_places import spans
from graph_service.correcting.docx_xml import SPACE, named, twin
from graph_service.reading.docx_runs import Piece, attribute, word


def split(found: Sequence[Piece], borders: Collection[int], numbers: Iterator[int]) -> None:
    """Split texts and runs of a paragraph at borders of its text, given its pieces, which are no longer valid then.

    A copy of a tracked change of form gets a number of its own.
    """
    for start, end, piece in reversed(list(spans(found))):
        inside = [border for border in borders if start < border <= end]
        for border in sorted(inside, reverse=True) if piece.run is piece.node.getparent() else ():
            if border < end:
                _split_text(piece.node, border - start)
            _split_run_after(piece.node, numbers)


def isolate(found: Sequence[Piece], start: int, end: int, numbers: Iterator[int]) -> list[etree._Element]:
    """Return the runs that hold a stretch of the text and nothing else, marks and pictures inside it left out."""
    nodes = [piece.node for first, last, piece in spans(found) if start <= first < last <= end]
    wanted = set(nodes)
    runs: list[etree._Element] = []
    for node in nodes:
        before, behind = node.getprevious(), node.getnext()
        if before is not None and word(before) != "rPr" and before not in wanted:
            _split_run_after(before, numbers)
        if behind is not None and behind not in wanted:
            _split_run_after(node, numbers)
        run = node.getparent()
        if run is not None and run not in runs:
            runs.append(run)
    return runs


def _split_text(node: etree._Element, at: int) -> None:
    """One text node becomes two beside each other."""
    words = node.text or ""
    rest = twin(node)
    node.text, rest.text = words[:at], words[at:]
    for one in (node, rest):
        one.set(SPACE, "preserve")
    node.addnext(rest)


def _split_run_after(node: etree._Element, numbers: Iterator[int]) -> None:
    """What follows a node in its run becomes a run of its own."""
    run, following = node.getparent(), list(node.itersiblings())
    if run is None or not following:
        return
    rest = twin(run)
    properties = next((one for one in run if word(one) == "rPr"), None)
    if properties is not None:
        rest.append(_renumbered(deepcopy(properties), numbers))
    rest.extend(following)
    run.addnext(rest)


def _renumbered(copied: etree._Element, numbers: Iterator[int]) -> etree._Element:
    """Return copied properties whose tracked change has a number of its own."""
    for one in copied:
        if word(one) == "rPrChange" and attribute(one, "id") is not None:
            one.set(named(one, "id"), str(next(numbers)))
    return copied
