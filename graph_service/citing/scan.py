"""All references of a text, whatever the order of its language: words with numbers, bare numbers, programmes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph_service.citing import number_word
from graph_service.citing.among import named_among
from graph_service.citing.anchors import anchors
from graph_service.citing.forms import chosen, group_number
from graph_service.citing.lists import with_markers_of_all
from graph_service.citing.marker import marker_at
from graph_service.citing.number import PROVISION, SERIES, clean_plain, clean_series, period_in_order
from graph_service.citing.patterns import Words
from graph_service.citing.places import Places
from graph_service.citing.reference import Reference, make_reference
from graph_service.citing.short import questions_of_group, short_questions
from graph_service.citing.taken import Taken
from graph_service.citing.word_number import references_from
from graph_service.names.kind import Kind

_DOTTED_SERIES = re.compile(r"(?=[A-ZА-Я]{1,3}\s?\.)" + SERIES.pattern)
_OF_RADIO = re.compile(r"\d{1,2}\.\d|\d{3}")
_DOTTED = re.compile(r"(?=\d{1,2}\.\d)" + PROVISION.pattern)
"""A number of the Radio Regulations: with a dot, in old editions without one and of three digits or more."""
_TAG = re.compile(rf"\[(?=[A-Z]{{1,3}}\.)(?P<number>{SERIES.pattern})\]")
_REVISION = re.compile(r"-\d{1,2}(?![\w.-]*\d|[^\W\u4e00-\u9fff])")
_REVISED = {Kind.RECOMMENDATION, Kind.REPORT}
_ALPHANUMERIC = re.compile(r"[^\W\u4e00-\u9fff]")
_BESIDE = 90
"""Characters behind a number, between which and its revision no other text is told of."""
_DIGIT = re.compile(r"\d|第[一二三四五六七八九十百]")
_ABBREVIATION = re.compile(r"\s*\([^\W\d_][\w-]{1,11}\)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEHIND = re.compile(r"[\s,]{0,3}(?:\w{1,4}\s)?(?:19|20)\d\d(?!\d)")
_CLAUSE = re.compile(r"[^;.]{0,60}")
_FORMER = {
    Kind.RECOMMENDATION: re.compile(rf"(?P<number>{SERIES.pattern})"),
    Kind.QUESTION: re.compile(r"(?:第\s*)?(?P<number>\d{1,3}(?:-\d)?/\d{1,2})(?![0-9A-Za-z/-]|\.\d)(?:\s*号)?"),
}
_CODE = re.compile(r"[DRTIТ][.\-]?\d(?![^\W\u4e00-\u9fff]|[.\-]\d)")
_MASK = "\ufffc"
_NUMBERED = ("kind_anchor", "sector", "text_sign", "objective")
"""What a reference with a number has: the word of a kind or an objective, a Sector, a basic text's sign."""
_FIRST, _OBJECTIVE = ("first",), ("objective",)


def references(text: str, words: Words, places: Places | None = None) -> list[Reference]:
    """Return the references of normalised text in order of place; none overlaps another's number."""
    places = places or words.finder.places(text)
    may_hold = "Q" in text or places.may_hold(_NUMBERED)
    has_numbers = may_hold and (bool(_DIGIT.search(text)) or places.may_hold(_FIRST))
    if not has_numbers and not places.may_hold(words.named_names):
        return []
    masked = _masked(text, places)
    found = _numbered(masked, places, words) if has_numbers else []
    if any(one.marker and one.marker.is_of_all for one in found):
        found = with_markers_of_all(text, words, sorted(found, key=_place))
    if places.may_hold(words.named_names) or places.may_hold(_OBJECTIVE):
        found += _programmes(masked, places, words, found)
    return sorted(found, key=_place) if len(found) > 1 else found


def _place(reference: Reference) -> tuple[int, int]:
    return reference.start, reference.number_start


def _numbered(text: str, places: Places, words: Words) -> list[Reference]:
    """References with a number: by word and number in the language's order, by a text's sign, by Sector alone."""
    found, taken, group = list[Reference](), Taken(), 0
    if words.is_number_first:
        _take(number_word.references_in(text, words, group, places), found, taken)
        group = 1 + max((reference.group for reference in found), default=0)
    for anchor in anchors(text, words, places):
        members = references_from(text, anchor, words, group, places)
        members = (
            members or questions_of_group(text, anchor, words, group) or [*named_among(text, anchor, words, group)]
        )
        if members and _is_free(members[0], taken):
            _take([member for member in members if _is_free(member, taken)], found, taken)
            group += 1
    bare = _bare(text, words, group + 1000, places)
    short = short_questions(text, words, group + 2000)
    joined = _joined_behind(text, words, found) if words.is_number_first else iter(())
    for more in (_with_text_sign(text, words, places, group), short, _former(text, words, found), bare, joined):
        _take([reference for reference in more if _is_free(reference, taken)], found, taken)
    for beside in (_tags, _revisions):
        _take([reference for reference in beside(text, found) if _is_free(reference, taken)], found, taken)
    return found


def _masked(text: str, places: Places) -> str:
    """The text with the stretches blanked in which nothing is a citation; places stay the same."""
    out, end = [], 0
    for match in places.all("nothing", text):
        out += [text[end : match.start()], _MASK * len(match[0])]
        end = match.end()
    return "".join([*out, text[end:]]) if out else text


def _is_free(one: Reference, taken: Taken) -> bool:
    return taken.is_free(one.number_start, one.number_end)


def _take(references: Iterable[Reference], found: list[Reference], taken: Taken) -> None:
    for one in references:
        found.append(one)
        taken.add(one.number_start, one.number_end)


def _with_text_sign(text: str, words: Words, places: Places, group: int) -> Iterator[Reference]:
    """Provisions whose basic text is a sign before the number: CV 73, RR 9.21."""
    for match in places.all("text_sign", text):
        basic, start = chosen(match), match.start()
        number = PROVISION.match(text, match.end())
        is_year = number is not None and _YEAR.fullmatch(number[0]) is not None
        if is_year or (number and basic == "RR" and not _OF_RADIO.match(number[0])):
            continue
        while number:
            yield make_reference(
                kind=Kind.PROVISION, number=f"No. {clean_plain(number[0])}", start=start, end=number.end(),
                number_start=number.start(), number_end=number.end(), group=group, text=basic,
            )  # fmt: skip
            number = _next_of_sign(text, number, words, basic)
            start = number.start() if number else start
        group += 1


def _next_of_sign(text: str, number: re.Match[str], words: Words, basic: str) -> re.Match[str] | None:
    """The next number of a list after a sign (RR 22.5C and 22.5D), or the other end of its range (CV 160A to 160H)."""
    joined = words.join.match(text, number.end())
    if joined:
        return _DOTTED.match(text, joined.end()) if basic == "RR" else None
    through = words.range.match(text, number.end())
    last = PROVISION.match(text, through.end()) if through and through[0].strip() else None
    return last if last and len(last[0]) >= len(number[0]) else None


def _former(text: str, words: Words, found: list[Reference]) -> Iterator[Reference]:
    """The number that a Recommendation or Question had before: F.32 (10/1995) (formerly F.96)."""
    for one in found:
        shape = _FORMER.get(one.kind)
        match = words.formerly.match(text, one.end) if shape else None
        number = shape.match(text, match.end()) if shape and match else None
        if number:
            first, last = number.span("number")
            yield make_reference(
                kind=one.kind, number=clean_series(number["number"]), start=number.start(), end=number.end(),
                number_start=first, number_end=last, group=one.group, sector=one.sector, is_bare=True,
            )  # fmt: skip


def _joined_behind(text: str, words: Words, found: list[Reference]) -> Iterator[Reference]:
    """Numbers joined to a Recommendation whose word is not printed again: H.265建议书和H.273."""
    for one in [one for one in found if one.kind is Kind.RECOMMENDATION and one.number[0].isalpha()]:
        version = words.version.match(text, one.end)
        joined = words.join.match(text, version.end() if version else one.end)
        number = _DOTTED_SERIES.match(text, joined.end()) if joined else None
        while number:
            marker = marker_at(text, number.end(), words)
            yield replace(
                one, number=clean_series(number[0]), start=number.start(), end=marker.end if marker else number.end(),
                number_start=number.start(), number_end=number.end(), marker=marker, marker_is_own=True, is_bare=True,
            )  # fmt: skip
            joined = words.join.match(text, marker.end if marker else number.end())
            number = _DOTTED_SERIES.match(text, joined.end()) if joined else None


def _tags(text: str, found: list[Reference]) -> Iterator[Reference]:
    """The numbers in brackets that a list of references puts before what it cites: [X.690] Recommendation X.690."""
    known = {one.number: one for one in found if one.kind is Kind.RECOMMENDATION}
    for match in _TAG.finditer(text) if known and "[" in text else ():
        cited = known.get(clean_series(match["number"]))
        if cited:
            yield make_reference(
                kind=cited.kind, number=cited.number, start=match.start("number"), end=match.end("number"),
                number_start=match.start("number"), number_end=match.end("number"), group=-1, sector=cited.sector,
                is_bare=True,
            )  # fmt: skip


def _revisions(text: str, found: list[Reference]) -> Iterator[Reference]:
    """The revision of a text of ITU-R that is told of it: Recommendation ITU-R S.1503 (at present, S.1503-4)."""
    for one in found:
        is_without = one.kind in _REVISED and one.number[0].isalpha() and "-" not in one.number and not one.is_bare
        start = text.find(f"{one.number}-", one.end, one.end + _BESIDE) if is_without else -1
        match = (
            _REVISION.match(text, start + len(one.number))
            if start > 0 and not _ALPHANUMERIC.match(text[start - 1])
            else None
        )
        if match:
            yield make_reference(
                kind=one.kind, number=text[start : match.end()], start=start, end=match.end(), number_start=start,
                number_end=match.end(), group=-1, sector=one.sector, is_bare=True,
            )  # fmt: skip


def _bare(text: str, words: Words, group: int, places: Places) -> Iterator[Reference]:
    """Recommendations by Sector and number alone: [ITU-T X.1500], and the members that follow one."""
    for match in places.all("sector", text):
        position = match.end()
        number = SERIES.match(text, _skip(text, position))
        start = match.start()
        sector = chosen(match)
        while number and sector:
            marker = marker_at(text, number.end(), words)
            yield make_reference(
                kind=Kind.RECOMMENDATION, number=clean_series(number[0]), start=start,
                end=marker.end if marker else number.end(), number_start=number.start(), number_end=number.end(),
                group=group, marker=marker, sector=sector, is_bare=True,
            )  # fmt: skip
            joined = words.join.match(text, marker.end if marker else number.end())
            number = _DOTTED_SERIES.match(text, joined.end()) if joined else None
            start = number.start() if number else start
        group += 1


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position] in " [":
        position += 1
    return position


def _programmes(text: str, places: Places, words: Words, found: list[Reference]) -> Iterator[Reference]:
    taken = Taken()
    for one in found:
        taken.add(one.number_start, one.number_end)
    for match in places.all("programmes", text):
        yield _programme(text, match, words, words.programme_ids[group_number(match)])
    plans = [match for name in words.plan_names for match in places.all(name, text)]
    for match in sorted(plans, key=_with_period_first):
        if taken.is_free(*match.span()):
            taken.add(*match.span())
            yield _programme(text, match, words, "strategic-plan")
    for match in places.all("objective", text):
        yield from _objectives(text, match, words)


def _objectives(text: str, match: re.Match[str], words: Words) -> Iterator[Reference]:
    """The objectives of a list, each by its code: Objectives T.1 and D.3."""
    start, code = match.start(), _CODE.match(text, match.start("code"))
    while code:
        yield make_reference(
            kind=Kind.OBJECTIVE, number=clean_plain(code[0]), start=start, end=code.end(), number_start=code.start(),
            number_end=code.end(), group=-1,
        )  # fmt: skip
        joined = words.join.match(text, code.end()) or words.range.match(text, code.end())
        code = _CODE.match(text, joined.end()) if joined else None
        start = code.start() if code else start


def _with_period_first(match: re.Match[str]) -> tuple[bool, int]:
    """The order of a plan's possible names: those with a period, then the longer ones."""
    return not match.groupdict().get("period"), match.start() - match.end()


def _programme(text: str, match: re.Match[str], words: Words, slug: str) -> Reference:
    marker = marker_at(text, match.end(), words) if slug != "strategic-plan" else None
    beside = marker if marker and marker.marker.place else None
    marker = None if beside else marker
    period = match.groupdict().get("period")
    return make_reference(
        kind=Kind.PROGRAMME, number=period_in_order(period) if period else "", start=match.start(),
        end=marker.end if marker else match.end(), number_start=match.start(), number_end=match.end(), group=-1,
        marker=marker, programme=slug, beside=beside, conference_beside=_is_dated(text, match.end(), words),
    )  # fmt: skip


def _is_dated(text: str, end: int, words: Words) -> bool:
    """Whether what goes with a programme's very name stands behind it: an abbreviation, its year, its conference."""
    short = _ABBREVIATION.match(text, end)
    if (short and sum(sign.isupper() for sign in short[0]) > 1) or _YEAR_BEHIND.match(text, end):
        return True
    clause = _CLAUSE.match(text, end)
    return clause is not None and words.conference.search(clause[0]) is not None
