"""Which basic text a provision belongs to: printed with it, shared in the sentence, or its form; else it is none."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter

from graph_service.citing.appendices import in_appendices, is_appendix, is_of_appendix
from graph_service.citing.forms import chosen
from graph_service.citing.lists import are_joined
from graph_service.citing.reference import Reference
from graph_service.citing.scanned import scanned
from graph_service.citing.surroundings import Context, Surroundings
from graph_service.names.kind import Kind

_RADIO_NUMBER = re.compile(r"No\. \d{1,2}\.\d+[A-Z]*(?:\.\d+)?")
_APPENDICES_OF_PLANS = {"App. 30", "App. 30A", "App. 30B"}
"""The Appendices that hold the plans of the Radio Regulations; no other text has so many."""
_FIRST_APPENDICES = {"App. 1", "App. 2", "App. 3"}
"""Appendices that any report may have."""
_WITHOUT_APPENDICES = {"CS", "CV", "GR", "FR"}
_OPENED = re.compile(r"\s*\(\s*")
_COMMA = re.compile(r"\s*,\s*")
_GAP = re.compile(r"[\s\[(«\"]*")


def with_texts(references: Sequence[Reference], around: Surroundings) -> list[Reference]:
    """Return the references with each provision's basic text; those that belong to none are left out.

    A provision directly before another reference is a part of it and becomes its ``part``; so from the last to the
    first, since a part of a part is one too.
    """
    out: list[Reference] = []
    following: Reference | None = None
    is_part = False
    pointed: set[int] = set()
    of_appendix = in_appendices(references, around)
    of_radio = {one.group for one in references if one.number in _APPENDICES_OF_PLANS}
    of_it = _of_text_before(references, around)
    lists = _lists(references)
    for at in range(len(references) - 1, -1, -1):
        one = references[at]
        if one.kind is not Kind.PROVISION:
            out.append(_with_part(one, references[at - 1] if at else None, around.text))
            is_part = True
        else:
            if not one.text and around.words.pointed.match(around.text, one.end):
                pointed.add(one.group)
            basic = _basic(one, following, around, lists, is_part=is_part)
            if not basic and not one.is_foreign and one.group in of_radio:
                basic = "RR"
            if one.group in of_it and one.text in {None, "it"}:
                basic = of_it[one.group]
            elif not one.text and one.group in pointed:
                basic = around.context.own_text
            if one.group in of_appendix or (following and is_of_appendix(one, following, around, of_appendix)):
                of_appendix.add(one.group)
                basic = None
            if basic:
                out.append(one if one.text == basic else replace(one, text=basic))
            is_part = not basic
        following = one
    return _with_articles([one for one in out[::-1] if not _is_annex(one)], around)


def _is_annex(one: Reference) -> bool:
    """Whether it is an Annex of a text that has no Appendices: one word names both in some languages."""
    return one.text in _WITHOUT_APPENDICES and one.number.startswith("App. ")


def _of_text_before(references: Sequence[Reference], around: Surroundings) -> dict[int, str]:
    """The lists that are said to be of a text named before, with it: its Articles 6 and 38, Article 6 thereof."""
    found: dict[int, str] = {}
    for one in references:
        if one.kind is not Kind.PROVISION or one.text not in {None, "it"}:
            continue
        is_its = around.words.its.search(around.text, max(0, one.start - _LONGEST_ITS), one.start)
        if one.text == "it" or is_its:
            named = around.once("texts", around.sentence(one.start), _texts)
            before = named[: bisect_left(named, one.start, key=itemgetter(1))]
            behind = named[bisect_left(named, one.end, key=itemgetter(0)) :]
            if behind and one.text == "it" and around.words.is_gap(around.text, one.end, behind[0][0]):
                found[one.group] = behind[0][2]
            elif before:
                found[one.group] = before[-1][2]
    for following, one in pairwise(reversed(references)):
        text = _own(following.text, around) or found.get(following.group)
        if text and one.text is None and one.kind is Kind.PROVISION and _is_of_one_text(one, following, text, around):
            found.setdefault(one.group, text)
    return found


_LONGEST_ITS = 12


def _with_articles(references: Sequence[Reference], around: Surroundings) -> list[Reference]:
    """The references with the Article that a number, or a list of numbers, is printed as a part of.

    It follows with "of" between the two, or stands right before in languages that put the number first.
    """
    out = list(references)
    of_group: dict[int, list[int]] = {}
    for index, one in enumerate(out):
        of_group.setdefault(one.group, []).append(index)
    first, second = (1, 0) if around.words.is_number_first else (0, 1)
    for at in range(len(out) - 1):
        number, article = out[at + first], out[at + second]
        if not (_is_of(number, article) and around.words.is_gap(around.text, out[at].end, out[at + 1].start)):
            continue
        for index in of_group[number.group]:
            if _is_of(out[index], article):
                out[index] = replace(out[index], article=article.number)
    return out


def _is_of(number: Reference, article: Reference) -> bool:
    is_apart = number.end != article.end and number.text == article.text
    return is_apart and number.number.startswith("No. ") and article.number.startswith("Art. ")


def _own(text: str | None, around: Surroundings) -> str | None:
    """The basic text that is printed; "this Convention" is the document's own."""
    if text == "it":
        return None
    return around.context.own_text if text == "this" else text


def _with_part(one: Reference, previous: Reference | None, text: str) -> Reference:
    """The reference with the provision that stands directly before it, if it has no part of its own."""
    if one.part or previous is None or previous.kind is not Kind.PROVISION or previous.text:
        return one
    return replace(one, part=previous.number) if _GAP.fullmatch(text, previous.end, one.start) else one


def _lists(references: Sequence[Reference]) -> dict[int, tuple[int, int]]:
    """Where each list of provisions begins and ends, so that all its members are of one text."""
    found: dict[int, tuple[int, int]] = {}
    for one in references:
        if one.kind is Kind.PROVISION:
            start, end = found.get(one.group, (one.start, one.end))
            found[one.group] = min(start, one.start), max(end, one.end)
    return found


def _inferred(
    one: Reference, following: Reference | None, around: Surroundings, lists: Mapping[int, tuple[int, int]]
) -> str | None:
    is_part = following is not None and not (around.words.is_number_first and is_appendix(one))
    if one.is_foreign or (is_part and following and _is_part_of(one, following, around)):
        return None
    context = around.context
    near = _nearest_text(one, lists[one.group], around)
    names_radio = context.names_radio and not around.words.own.parts_alike
    if _RADIO_NUMBER.fullmatch(one.number):
        return _with_dot(near, is_radio=context.is_radio or names_radio)
    if context.own_text:
        return near[0] if near and near[1] <= _NEAR else context.own_text
    if near:
        return near[0]
    if one.number.startswith("App."):
        is_far_named = names_radio and one.number not in _FIRST_APPENDICES
        return "RR" if context.is_radio or is_far_named or _names_radio_before(one, around) else None
    is_radio = context.is_radio or (names_radio and around.once("dots", around.sentence(one.start), _has_radio_number))
    of_article = "RR" if is_radio else _printed_elsewhere(one, context)
    return of_article if one.number.startswith("Art.") else None


def _printed_elsewhere(one: Reference, context: Context) -> str | None:
    """The one basic text that the document prints with an Article of the same number, in another place."""
    printed = context.printed_texts.get(one.number, set())
    return next(iter(printed)) if len(printed) == 1 and printed.isdisjoint({"", "it", "this"}) else None


def _is_part_of(one: Reference, following: Reference, around: Surroundings) -> bool:
    """Whether a provision stands right before a reference and no prefix that says "and" joins the two."""
    is_right_before = around.words.is_gap(around.text, one.end, following.start)
    return is_right_before and not are_joined(around.text, around.words, one.end, following.start)


def _has_radio_number(around: Surroundings, sentence: tuple[int, int]) -> bool:
    """Whether a sentence names a number with a dot, beside which an Article is one of the Radio Regulations."""
    start, end = sentence
    found = scanned(around.text, around.words).references
    return any(start <= one.start < end and _RADIO_NUMBER.fullmatch(one.number) for one in found)


def _with_dot(near: tuple[str, int] | None, *, is_radio: bool) -> str | None:
    """The basic text of a number with a dot: one of the two Regulations that have such."""
    if near and near[0] == "ITR" and near[1] <= _NEAR:
        return "ITR"
    return "RR" if is_radio or (near and near[0] == "RR") else None


def _names_radio_before(one: Reference, around: Surroundings) -> bool:
    """Whether the paragraph has named the Radio Regulations, the only text whose Appendices are cited."""
    return any(chosen(match) == "RR" for match in around.places.within("texts", around.text, 0, one.start))


_NEAR = 40
"""How near another basic text must be named for a provision not to be the document's own, in characters."""


def _nearest_text(one: Reference, span: tuple[int, int], around: Surroundings) -> tuple[str, int] | None:
    """The basic text named nearest to a list in the sentence, and how far; of two equally near the one that follows.

    Where the number stands first, one before comes before all that follow.
    """
    first, last = span
    named = around.once("texts", around.sentence(first), _texts)
    at = bisect_left(named, last, key=itemgetter(0))
    found = [(first - end + 1, text) for _, end, text in named[max(0, at - 1) : at]]
    if found and _OPENED.fullmatch(around.text, named[at - 1][1], first):
        return found[0][1], 0
    if not around.words.is_number_first or (not found and is_appendix(one)):
        # in other languages the text may follow its numbers; there it stands before all of them but Appendices
        found += [(start - last, text) for start, _, text in named[at : at + 1]]
    return (min(found)[1], min(found)[0]) if found else None


def _texts(around: Surroundings, sentence: tuple[int, int]) -> list[tuple[int, int, str]]:
    """The basic texts that a sentence names, with their places; without a name one that is none of ours."""
    matches = around.places.within("texts", around.text, *sentence)
    named = [(*match.span(), text) for match in matches if (text := _own(chosen(match), around))]
    others = [match.span() for match in around.places.within("nothing", around.text, *sentence)] if named else []
    return [_or_another(one, others) for one in named]


def _is_of_one_text(one: Reference, following: Reference, text: str, around: Surroundings) -> bool:
    """Whether a number and an Article, in either order, stand together before the text that both are of.

    So it is with Article 21 and No. 118 of the Constitution, and with numbers 8 and 9, Article 1 of it.
    """
    is_number = one.number.startswith("No. ")
    if not following.number.startswith("Art. " if is_number else "No. ") or is_appendix(one):
        return False
    is_dotted = "." in one.number[4:]
    if is_number and text in {"CS", "CV", "RR"} and is_dotted is not (text == "RR"):
        return False
    if _COMMA.fullmatch(around.text, one.end, following.start):
        return True
    is_after_text = around.words.is_number_first
    return not is_after_text and _are_together(one, following, around)


def _are_together(one: Reference, following: Reference, around: Surroundings) -> bool:
    """Whether nothing but "of" or "and" stands between two provisions."""
    if one.end > following.start:
        return False
    is_of = around.words.is_gap(around.text, one.end, following.start)
    return is_of or are_joined(around.text, around.words, one.end, following.start)


def _basic(
    one: Reference,
    following: Reference | None,
    around: Surroundings,
    lists: Mapping[int, tuple[int, int]],
    *,
    is_part: bool,
) -> str | None:
    """The basic text that is printed with a provision or with the number of it that follows, else the inferred one."""
    if one.text:
        return _own(one.text, around)
    return _inferred(one, following if is_part else None, around, lists)


def _or_another(named: tuple[int, int, str], others: Sequence[tuple[int, int]]) -> tuple[int, int, str]:
    """A text that is named, without its name where it is part of another treaty's: Basel Convention."""
    span = next((span for span in others if span[0] < named[1] and named[0] < span[1]), None)
    return (*span, "") if span else named
