"""Our own changes accepted in a Word file: the clean text, other people's changes and all else as they were."""

from collections.abc import Collection

from lxml import etree

from graph_service.correcting.docx_changes import Author, Home
from graph_service.correcting.docx_xml import dissolve, drop, tags
from graph_service.reading.docx_runs import attribute, word

_MARKS = {"commentRangeStart", "commentRangeEnd"}
_TAGS = tags("ins", "del", "commentReference", *_MARKS)


def accept(author: Author, roots: Collection[etree._Element], comments: Collection[str]) -> None:
    """Accept the changes of an author and take the marks of comments out.

    Words that were put in beside or inside another's insertion become part of it, so that they go if it is rejected.
    """
    for mark, homes in reversed(author.homes.items()):
        for home in reversed(homes):
            _bring_home(mark, home)
    for root in roots:
        for element in list(root.iter(*_TAGS)):
            _accept(element, author.ours, comments)


def _bring_home(mark: etree._Element, home: Home) -> None:
    if home.half is not None:
        home.insertion.append(mark)
        home.insertion.extend(list(home.half))
        drop(home.half)
    elif home.after:
        home.insertion.append(mark)
    else:
        home.insertion.insert(0, mark)


def _accept(element: etree._Element, ours: Collection[str], comments: Collection[str]) -> None:
    match word(element):
        case "del" if attribute(element, "id") in ours:
            drop(element)
        case "ins" if attribute(element, "id") in ours:
            dissolve(element)
        case "commentReference" if attribute(element, "id") in comments:
            drop(element.getparent())
        case name if name in _MARKS and attribute(element, "id") in comments:
            drop(element)
