"""Our changes undone in a part of a Word file, and whether it is then what it was, however its runs are split."""

from collections.abc import Collection

from lxml import etree

from graph_service.correcting.docx_xml import SPACE, dissolve, drop, named, tags
from graph_service.reading.docx_runs import attribute, word

_TEXTS = tags("t", "delText")
_OURS = tags("ins", "del", "comment", "commentRangeStart", "commentRangeEnd", "commentReference")
_PARAGRAPHS = tags("p")
_INSERTIONS = tags("ins")
_RUNS = tags("r")
_PROPERTIES = tags("rPr")
_FORM_CHANGES = tags("rPrChange")


def undo(root: etree._Element, ours: Collection[str], comments: Collection[str]) -> None:
    """Reject our changes in a part and take out our comments."""
    for element in list(root.iter(*_OURS)):
        name, number = word(element), attribute(element, "id")
        if name == "ins" and number in ours:
            drop(element)
        elif name == "del" and number in ours:
            for node in element.iter(*tags("delText")):
                node.tag = named(node, "t")
            dissolve(element)
        elif name == "commentReference" and number in comments:
            drop(element.getparent())
        elif name.startswith("comment") and number in comments:
            drop(element)


def is_same(old: etree._Element, new: etree._Element) -> bool:
    """Whether two parts are the same but for where runs, texts and insertions of one author are split.

    Both trees are joined for that. Of relations and content types the new ones must begin with the old ones.
    """
    if not word(old):
        rows, more = ([etree.tostring(one, with_tail=False) for one in root] for root in (old, new))
        return rows == more[: len(rows)]
    for one, other in zip(list(old.iter(*_PARAGRAPHS)), list(new.iter(*_PARAGRAPHS)), strict=False):
        if etree.tostring(one, with_tail=False) != etree.tostring(other, with_tail=False):
            _join(one)
            _join(other)
    if etree.tostring(old) == etree.tostring(new):
        return True
    return etree.tostring(old, method="c14n") == etree.tostring(new, method="c14n")


def _join(paragraph: etree._Element) -> None:
    """Join what stands side by side and was one: insertions, runs, texts."""
    for element in paragraph.iter(etree.Element):
        if element is not paragraph:
            element.tail = None
        if element.tag in _TEXTS:
            element.attrib.pop(SPACE, "")
        elif element.text is not None and len(element):
            element.text = None
    for names, is_one in ((_INSERTIONS, _is_one_insertion), (_RUNS, _is_one_run)):
        before: etree._Element | None = None
        for element in list(paragraph.iter(*names)):
            if before is not None and before is element.getprevious() and is_one(before, element):
                before.extend([child for child in element if child.tag not in _PROPERTIES])
                drop(element)
            else:
                before = element
    for element in list(paragraph.iter(*_TEXTS)):
        one = element.getprevious()
        if one is not None and one.tag == element.tag:
            one.text = (one.text or "") + (element.text or "")
            drop(element)


def _is_one_insertion(one: etree._Element, other: etree._Element) -> bool:
    """Whether two insertions are of one author and date."""
    return one.tag == other.tag and _without_id(one) == _without_id(other)


def _is_one_run(one: etree._Element, other: etree._Element) -> bool:
    """Whether two runs have the same form, by hand and by tracked change."""
    if one.tag != other.tag or one.attrib.items() != other.attrib.items():
        return False
    first, second = (next(iter(run), None) for run in (one, other))
    first, second = (part if part is not None and part.tag in _PROPERTIES else None for part in (first, second))
    return _is_equal(first, second)


def _is_equal(one: etree._Element | None, other: etree._Element | None) -> bool:
    """Whether two properties are the same but for the numbers of tracked changes of form."""
    if one is None or other is None:
        return one is other
    if one.tag != other.tag or len(one) != len(other):
        return False
    same = (
        _without_id(one) == _without_id(other)
        if one.tag in _FORM_CHANGES
        else one.attrib.items() == other.attrib.items()
    )
    return same and all(map(_is_equal, one, other))


def _without_id(element: etree._Element) -> dict[str | bytes, str | bytes]:
    number = named(element, "id")
    return {name: value for name, value in element.attrib.items() if name != number}
