"""Articles of an Appendix of the Radio Regulations, which are none of the Regulations' own."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from graph_service.citing.lists import are_joined
from graph_service.citing.number import PROVISION
from graph_service.citing.reference import Reference
from graph_service.citing.surroundings import Surroundings
from graph_service.names.kind import Kind


def is_appendix(one: Reference) -> bool:
    """Return whether a reference is to an Appendix itself."""
    return one.kind is Kind.PROVISION and one.number.startswith("App. ")


def in_appendices(references: Sequence[Reference], around: Surroundings) -> set[int]:
    """Return the groups of Articles of an Appendix, with all that brackets behind it hold: 附录30（第4条和第5条）."""
    found: set[int] = set()
    closing = -1
    for before, one in pairwise(references):
        if _is_in_appendix(one, before, around):
            found.add(one.group)
            closing = around.text.find(")", one.end) if "(" in around.text[before.end : one.start] else closing
        elif before.group in found and one.kind is Kind.PROVISION and not one.text and not is_appendix(one):
            is_joined = around.words.join.fullmatch(around.text, before.end, one.start)
            if is_joined or one.start < closing:
                found.add(one.group)
    return found


def _is_in_appendix(one: Reference, before: Reference, around: Surroundings) -> bool:
    """Whether an Article is one of an Appendix, which stands before it where the number does: 附录30B第6条."""
    if not (around.words.is_number_first and is_appendix(before)) or one.kind is not Kind.PROVISION:
        return False
    if one.text or is_appendix(one):
        return False
    return around.words.is_gap(around.text, before.end, one.start)


def is_of_appendix(one: Reference, following: Reference, around: Surroundings, known: Collection[int]) -> bool:
    """Return whether an Article is one of an Appendix, which follows it: Articles 5 and 6 of Appendix 30.

    Before an Article of the groups ``known``, which are of one, it is so too: Article 5 or Article 6 of Appendix 30.
    """
    if around.words.is_number_first or one.text or is_appendix(one):
        return False
    if following.group in known and one.number.startswith("Art. "):
        return are_joined(around.text, around.words, one.end, following.start)
    if not is_appendix(following) or "(" in around.text[one.end : following.start]:
        return False
    joined = around.words.join.match(around.text, one.end)
    another = PROVISION.match(around.text, joined.end()) if joined else None
    return around.words.is_gap(around.text, another.end() if another else one.end, following.start)
