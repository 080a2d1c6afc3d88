"""The grammar of languages that put the number first: 全权代表大会第197号决议（2018年，迪拜，修订版）."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph_service.citing.edition_at import edition_at
from graph_service.citing.forms import chosen
from graph_service.citing.marker import PrintedMarker, marker_at
from graph_service.citing.number import PLAIN, clean_plain, clean_series, first_of_range
from graph_service.citing.number_word_lists import with_marked_before
from graph_service.citing.number_word_shapes import NUMERALS, PROVISIONS, Shape, inner_provisions, shape_matches, shapes
from graph_service.citing.patterns import Words
from graph_service.citing.places import Places
from graph_service.citing.reference import Reference, make_reference
from graph_service.citing.taken import Taken
from graph_service.citing.titles import Title, quoted, title_after, title_before
from graph_service.names.kind import Kind

_NEAR = 16
"""More than a closing sign, "of" and white space take."""
_UNREVISED = {"decision", "opinion"}
_TENS = {"十": 10, "百": 100}
_BLANK = "\ufffc"


def references_in(text: str, words: Words, first_group: int, places: Places) -> Iterator[Reference]:
    """Return the references of a text, in order of their place."""
    matches = list(shape_matches(text, shapes(words), places))
    titles = quoted(text, words) if matches else []
    joined = _joined(text, matches, words)
    candidates = [
        members
        for at, (shape, match) in enumerate(matches, first_group)
        if shape.name not in PROVISIONS or match.start() in joined or _is_provision(text, match)
        if (read := _members(text, match, shape, words, titles, group=at))
        if (members := with_marked_before(text, read, words, places))
    ]
    found: list[Reference] = []
    taken = Taken()
    for members in sorted(candidates, key=lambda group: (group[0].start, -group[-1].end)):
        if taken.is_free(members[0].number_start, members[-1].number_end):
            found.extend(members)
            for one in members:
                taken.add(one.number_start, one.number_end)
    yield from sorted(found, key=lambda reference: (reference.start, reference.number_start))


def _members(
    text: str, match: re.Match[str], shape: Shape, words: Words, titles: Sequence[Title], *, group: int
) -> list[Reference]:
    name = shape.name
    is_provision = name in PROVISIONS
    numbers = list(shape.number.finditer(text, match.start("list"), match.end("list")))
    if name in _UNREVISED and not match.groupdict().get("sector"):
        numbers = [end for one in numbers for end in _ends(text, one)]
    if not numbers:
        return []
    marker = edition_at(text, match.end(), words) or _marker_inside(match, words)
    inner = _inner(text, match.end(), words) if is_provision and not marker else None
    end = max(marker.end, match.end()) if marker else (inner[1] if inner else match.end())
    body, body_span = _body(match, words)
    basic = _text_of(match, words)
    sector = _sector_of(match, words)
    title = title_after(text, end, words) or title_before(text, match.start(), words, titles)
    members = []
    for at, number in enumerate(numbers):
        printed = number[0]
        clean = clean_series(printed) if printed[0].isascii() and printed[0].isalpha() else _plain(printed)
        members.append(
            make_reference(
                kind=Kind.PROVISION if is_provision else Kind(name),
                number=f"{name} {clean}" if is_provision else clean,
                start=match.start() if at == 0 else _with_sign(text, number.start()),
                end=end if at == len(numbers) - 1 else _past_word(text, number.end(), shape),
                number_start=number.start(),
                number_end=number.end(),
                group=group,
                marker=marker,
                marker_is_own=at == len(numbers) - 1,
                body=body,
                body_words=text[slice(*body_span)] if body_span else None,
                body_start=body_span[0] if body_span else None,
                body_end=body_span[1] if body_span else None,
                text=basic,
                sector=sector,
                title_start=title.start if title else None,
                title_end=title.end if title else None,
                title_is_open=title is not None and title.is_open,
                range=_range_of(text, numbers, words, shape, at),
            )
        )
    if inner:
        members.append(replace(members[-1], number=inner[0], number_start=inner[2], number_end=inner[1] - 1))
    return members


def _ends(text: str, number: re.Match[str]) -> Iterator[re.Match[str]]:
    """A number, or the two ends of a range that looks like a number with its revision: 第1-5号意见."""
    first = first_of_range(text, number)
    second = PLAIN.match(text, first.end() + 1, number.end()) if first and first.end() < number.end() else None
    yield from (first, second) if first and second else (number,)


def _joined(text: str, matches: Sequence[tuple[Shape, re.Match[str]]], words: Words) -> set[int]:
    """Where provisions begin that are joined to one after its text: 《无线电规则》第九条和第十一条."""
    found: set[int] = set()
    end: int | None = None
    for match in sorted((one for shape, one in matches if shape.name in PROVISIONS), key=re.Match.start):
        if match.groupdict().get("text"):
            end = match.end()
        elif end is not None and words.join.fullmatch(text, end, match.start()):
            found.add(match.start())
            end = match.end()
    return found


def _is_provision(text: str, match: re.Match[str]) -> bool:
    """Whether a number may be a provision's: after its text, and not after another treaty's title.

    Numbers in words (第三十八条) are those of all laws, and read after one of our texts only.
    """
    if match.groupdict().get("text"):
        return True
    if not match["list"][0].isdigit():
        return False
    return (
        not text[max(0, match.start() - _NEAR) : match.start()].rstrip().endswith(("》", "》的", _BLANK, f"{_BLANK}的"))
    )


def _marker_inside(match: re.Match[str], words: Words) -> PrintedMarker | None:
    """The marker between text or number and what follows: 《公约》（1992年，日内瓦）第19条, 第1244（1999）号决议.

    That of the conference holds where no other is printed: 世界电信政策论坛（2013年，日内瓦）第3号意见.
    """
    parts = match.groupdict()
    inside = next((name for name in ("late", "when", "met") if parts.get(name)), None)
    return marker_at(match.string, match.start(inside), words) if inside else None


def _plain(printed: str) -> str:
    """A plain number, in digits where it is printed in words: 三十八 is 38."""
    return clean_plain(printed) if printed[0].isdigit() else str(_value(printed))


def _value(numeral: str) -> int:
    """The number that numerals are, said with tens or digit by digit: 二百四十二, 二四二."""
    total, digit = 0, 0
    for sign in numeral:
        if sign in _TENS:
            total, digit = total + max(digit, 1) * _TENS[sign], 0
        else:
            digit = 10 * digit + max(NUMERALS.index(sign) - 1, 0)
    return total + digit


def _with_sign(text: str, position: int) -> int:
    return position - 1 if text[position - 1 : position] == "第" else position


def _past_sign(text: str, position: int) -> int:
    return position + 1 if text[position : position + 1] == "号" else position


def _past_word(text: str, position: int, shape: Shape) -> int:
    """Where a number of a list ends, its sign or the word that is printed after each number included."""
    if shape.name not in PROVISIONS:
        return _past_sign(text, position)
    word = shape.word.match(text, position + text.startswith(" ", position))
    return word.end() if word else _past_sign(text, position)


def _range_of(text: str, numbers: list[re.Match[str]], words: Words, shape: Shape, at: int) -> str | None:
    for first, second in ((at, at + 1), (at - 1, at)):
        if first >= 0 and second < len(numbers):
            between = text[_past_word(text, numbers[first].end(), shape) : numbers[second].start()].replace("第", "")
            if words.range.fullmatch(between):
                return f"{numbers[first][0]}-{numbers[second][0]}"
    return None


def _inner(text: str, position: int, words: Words) -> tuple[str, int, int] | None:
    """A provision in brackets after another: 第118款（第21条）."""
    for name, pattern in inner_provisions(words):
        match = pattern.match(text, position)
        if match:
            return f"{name} {clean_plain(match['number'])}", match.end(), match.start("number")
    return None


def _body(match: re.Match[str], words: Words) -> tuple[str | None, tuple[int, int] | None]:
    groups = match.groupdict()
    if not groups.get("before"):
        return None, None
    found = words.bodies.match(match["before"])
    if not found:
        return None, None
    return words.body_name(found), match.span("before")


def _text_of(match: re.Match[str], words: Words) -> str | None:
    printed = match.groupdict().get("text")
    found = words.texts.match(printed) if printed else None
    return chosen(found) if found else None


def _sector_of(match: re.Match[str], words: Words) -> str | None:
    printed = match.groupdict().get("sector")
    found = words.sector.match(printed) if printed else None
    return chosen(found) if found else None
