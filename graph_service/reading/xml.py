"""XML parsed with nothing fetched, no entity expanded and no document type allowed."""

from lxml import etree

from graph_service.errors import Code, ProblemError, problem


def parse_xml(data: bytes, where: str) -> etree._Element:
    """Return the root of an XML file. Raise unreadable-file for broken XML and for one that brings a document type."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _broken(where, error.msg or "") from error
    except ValueError as error:
        raise _broken(where, str(error)) from error
    if str(getattr(root.getroottree().docinfo, "doctype", "")):
        raise problem(
            Code.UNREADABLE_FILE,
            "the XML brings a document type (DOCTYPE), which is not accepted",
            where=where,
            hint="remove the DOCTYPE and try again",
        )
    return root


def _broken(where: str, reason: str) -> ProblemError:
    what = f"the XML is broken ({reason.splitlines()[0].rstrip('.') if reason else 'no reason given'})"
    return problem(Code.UNREADABLE_FILE, what, where=where, hint="mend the XML, or save the document again")
