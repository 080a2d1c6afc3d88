"""Elements of Word's own made like others of the same file: in its namespace, transitional or strict."""

from lxml import etree

from graph_service.reading.docx_runs import WORD

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def named(like: etree._Element, name: str) -> str:
    """Return the full name of an element or attribute in the namespace of another element."""
    return f"{{{etree.QName(like).namespace}}}{name}"


def fresh(like: etree._Element, name: str, **attributes: str) -> etree._Element:
    """Return a new element with attributes, all in the namespace of another element."""
    element = like.makeelement(named(like, name))
    for key, value in attributes.items():
        element.set(named(like, key), value)
    return element


def tags(*names: str) -> tuple[str, ...]:
    """Return the full names of Word's own elements in both kinds of OOXML, for `iter`."""
    return tuple(f"{{{space}}}{name}" for space in sorted(WORD) for name in names)


def drop(element: etree._Element | None) -> None:
    """Take an element out of its tree."""
    parent = element.getparent() if element is not None else None
    if element is not None and parent is not None:
        parent.remove(element)


def dissolve(element: etree._Element) -> None:
    """Put what an element holds in its place."""
    for child in reversed(list(element)):
        element.addnext(child)
    drop(element)


def twin(element: etree._Element, **attributes: str) -> etree._Element:
    """Return an empty element with the name and the attributes of another, some of them changed."""
    made = element.makeelement(element.tag, {str(name): str(value) for name, value in element.attrib.items()})
    for key, value in attributes.items():
        made.set(named(element, key), value)
    return made


def text(like: etree._Element, words: str) -> etree._Element:
    """Return a ``w:t`` whose spaces are kept."""
    element = fresh(like, "t")
    element.text = words
    element.set(SPACE, "preserve")
    return element
