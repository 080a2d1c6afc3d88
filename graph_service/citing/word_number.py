"""The grammar of languages that put the word first: Resolution 71 (Rev. Dubai, 2018) of the Plenipotentiary Conference.

A cursor walks from a word that names a kind to the end of its list; what comes out is one Reference a member.
"""

import re
from dataclasses import replace

from graph_service.citing.anchors import Anchor
from graph_service.citing.before_word import tells, with_adopter_before
from graph_service.citing.edition_at import edition_at
from graph_service.citing.forms import chosen
from graph_service.citing.inner import inner_provision, provision_at, text_behind_bracket, text_tail_at
from graph_service.citing.joined import after_member, is_member, is_of_united_nations, join_at
from graph_service.citing.lists import is_range, shared
from graph_service.citing.marker import PrintedMarker, bare_marker_at, marker_at
from graph_service.citing.number import (
    PLAIN,
    SERIES,
    UN_SESSION,
    clean_plain,
    clean_series,
    first_of_range,
    is_outcome_code,
    series_at,
)
from graph_service.citing.patterns import Words
from graph_service.citing.places import Places
from graph_service.citing.reference import Reference, make_reference
from graph_service.citing.sector import sector_at
from graph_service.citing.tail import Tail
from graph_service.citing.titles import title_after
from graph_service.names.kind import Kind

_NO_NUMBER = re.compile(r"\s*[(),;.:、》]")
"""What begins neither a number nor what stands before it, told at once where most words follow their number."""
_SPACES = re.compile(r"\s*")
_OPEN = re.compile(r"\s*\[?\s*")
_CLOSE = re.compile(r"\s?\]")
_ENCLOSED = re.compile(r"\s*[(\"]\s*(?=\d)")
_END_OF_ENCLOSED = re.compile(r"\s?[)\"]")
_ABBREVIATION = re.compile(r"\s*\((?:[A-ZА-Я]{2,6}(?:-\d+)?)\)")
_MOST_MEMBERS = 60
_UNREVISED = {Kind.DECISION, Kind.OPINION}
_OF_SECTORS = {Kind.RECOMMENDATION, Kind.QUESTION, Kind.REPORT}


def references_from(text: str, anchor: Anchor, words: Words, group: int, places: Places) -> list[Reference]:
    """Return the references that a word opens, empty where no number follows it.

    Where the number stands first as a rule, a word before its number needs a marker or body to be believed.
    """
    if words.is_number_first and _NO_NUMBER.match(text, anchor.end):
        return []
    found = with_adopter_before(text, anchor, words, _Cursor(text, anchor, words, group).read(), places)
    if words.is_number_first and not anchor.is_provision:
        return [one for one in found if one.marker or one.sector or one.body or tells(one)]
    return found


class _Cursor:
    def __init__(self, text: str, anchor: Anchor, words: Words, group: int) -> None:
        self.text = text
        self.anchor = anchor
        self.words = words
        self.group = group
        self.found: list[Reference] = []

    def read(self) -> list[Reference]:
        position = self._member(self.anchor.end, self.anchor.start)
        while position is not None and len(self.found) < _MOST_MEMBERS:
            position = self._range(position) or self._next(position)
        return shared(self.found)

    # One member: [marker] [body] [sign] [sector] number [part] [marker] [of body] [marker] [title]

    def _member(self, position: int, start: int | None) -> int | None:
        body, body_at, after = self._body_before_number(position) if start is not None else (None, None, position)
        early = self._early_marker(after) if start is not None else None
        after = early.end if early else after
        bracket = _OPEN.match(self.text, after)
        is_open = bracket is not None and "[" in bracket[0]
        after = _end(bracket, after)
        after, is_enclosed = self._sign(after)
        sector_start = after
        sector, after = sector_at(self.text, self.words, after)
        after = _end(self.words.number_sign.match(self.text, after), after)
        number = self._number(after, sector)
        if not number or (sector is None and is_outcome_code(number[0], self.text[self.anchor.start])):
            return None
        if self.anchor.kind is Kind.QUESTION and "/" not in number[0]:
            return None
        end = _end(_CLOSE.match(self.text, number.end()) if is_open else None, number.end())
        end = _end(_END_OF_ENCLOSED.match(self.text, end) if is_enclosed else None, end)
        tail = self._tail(end, sector)
        if start is None and not is_member(self.text, self.anchor, self.words, number, tail=tail, sector=sector):
            return None
        first = start if start is not None else (sector_start if sector else number.start())
        self.found.append(
            make_reference(
                kind=self.anchor.kind,
                number=self._clean(number[0]),
                start=first,
                end=tail.end,
                number_start=number.start(),
                number_end=number.end(),
                group=self.group,
                marker=tail.marker or early,
                body=tail.body or body,
                body_words=self.text[slice(*tail.body_at)] if tail.body_at else None,
                body_start=tail.body_at[0] if tail.body_at else (body_at[0] if body_at else None),
                body_end=tail.body_at[1] if tail.body_at else (body_at[1] if body_at else None),
                text=tail.text,
                sector=tail.sector or sector,
                part=tail.part,
                title_start=tail.title.start if tail.title else None,
                title_end=tail.title.end if tail.title else None,
                title_is_open=tail.title is not None and tail.title.is_open,
                is_foreign=tail.is_foreign,
                conference_beside=tail.conference_beside,
            )
        )
        if tail.inner:
            self.found.append(replace(tail.inner, start=self.found[-1].start, end=tail.end, text=tail.text))
        return tail.end

    def _body_before_number(self, position: int) -> tuple[str | None, tuple[int, int] | None, int]:
        """A body between word and number: قرار مجلس الأمن 1244; only where a number follows it."""
        match = self.words.body_tail.match(self.text, position)
        if not match or match.end() == position:
            return None, None, position
        after, _ = self._sign(match.end())
        _, number_at = sector_at(self.text, self.words, after)
        if not (PLAIN.match(self.text, number_at) or SERIES.match(self.text, after)) or self.words.sector.match(
            self.text, self._spaces(position)
        ):
            return None, None, position
        return self.words.body_name(match), (self._spaces(match.start()), match.end()), match.end()

    def _early_marker(self, position: int) -> PrintedMarker | None:
        """A marker between word and number; where the number stands first, what follows it is another text's."""
        return None if self.words.is_number_first else marker_at(self.text, position, self.words)

    def _sign(self, position: int) -> tuple[int, bool]:
        """Where the number begins after a sign such as No., and whether quotes or brackets enclose it: رقم (71)."""
        signed = self.words.number_sign.match(self.text, position)
        after = _end(signed, position)
        enclosed = _ENCLOSED.match(self.text, after) if signed and signed[0].strip() else None
        return _end(enclosed, after), enclosed is not None

    def _number(self, position: int, sector: str | None) -> re.Match[str] | None:
        if self.anchor.is_provision:
            return self.words.first.match(self.text, position) or provision_at(self.text, position, self.found)
        if self.anchor.name in {"recommendation", "report", "question", "opinion"} or sector:
            series = series_at(self.text, position, is_in_list=bool(self.found))
            if series:
                return series
        plain = PLAIN.match(self.text, position)
        is_unrevised = self.anchor.many and sector is None and self.anchor.kind in _UNREVISED
        return first_of_range(self.text, plain) if is_unrevised else plain

    def _clean(self, printed: str) -> str:
        if self.anchor.is_provision:
            return f"{self.anchor.name} {clean_plain(printed) if printed[:1].isdigit() else 1}"
        return clean_series(printed) if printed[0].isalpha() else clean_plain(printed)

    # What follows the number

    def _tail(self, position: int, sector: str | None) -> Tail:
        tail = Tail(end=position)
        tail.marker = self._marker(position) or self._marker_after_title(tail)
        if tail.marker:
            tail.end = tail.marker.end
        if self.anchor.is_provision:
            return self._provision_tail(tail)
        session = UN_SESSION.match(self.text, tail.end) if self.anchor.kind is Kind.RESOLUTION else None
        if session:
            tail.body, tail.body_at, tail.end = "UNGA", session.span(), session.end()
            return tail
        between = self.words.part_between.match(self.text, tail.end)
        after = _end(between or self.words.dated.match(self.text, tail.end), tail.end)
        of_sector = self.words.sector_tail.match(self.text, after) if self.anchor.kind in _OF_SECTORS else None
        if of_sector and not SERIES.match(self.text, self._spaces(of_sector.end())):
            tail.sector, tail.end = chosen(of_sector), of_sector.end()
            return self._with_marker_behind(tail)
        match = self.words.body_tail.match(self.text, after)
        if match and not self._starts_next(match) and not (sector and match[0].lstrip().startswith((",", "("))):
            tail.part = between["part"] if between else None
            tail.body, tail.body_at = self.words.body_name(match), (match.start(), match.end())
            tail.end = match.end()
            if tail.marker is None:
                closing = _end(_ABBREVIATION.match(self.text, tail.end), tail.end)
                tail.marker = self._marker(tail.end) or self._marker(closing)
                tail.end = tail.marker.end if tail.marker else tail.end
            else:
                tail.conference_beside = self._marker(tail.end) is not None
        self._title(tail)
        return tail

    def _with_marker_behind(self, tail: Tail) -> Tail:
        """The tail with a marker that stands behind the Sector: Recommendation X.800 of the CCITT (1991)."""
        if tail.marker is None:
            tail.marker = self._marker(tail.end)
            tail.end = tail.marker.end if tail.marker else tail.end
        return tail

    def _marker(self, position: int) -> PrintedMarker | None:
        return edition_at(self.text, position, self.words) or bare_marker_at(self.text, position, self.words)

    def _provision_tail(self, tail: Tail) -> Tail:
        inner = inner_provision(self.text, tail.end, self.words, self.group)
        after = inner.end if inner else tail.end
        part = self.words.part_between.match(self.text, after)
        match = text_tail_at(self.text, _end(part, after), self.words)
        if match:
            tail.text, tail.end = chosen(match), match.end()
            tail.inner = inner
            if tail.marker is None:
                tail.marker = marker_at(self.text, tail.end, self.words)
                tail.end = tail.marker.end if tail.marker else tail.end
        elif of_it := self.words.of_it.match(self.text, after):
            tail.text, tail.end = "it", of_it.end()
        elif self.words.is_foreign(self.text, after):
            tail.is_foreign = True
        else:
            tail.text = text_behind_bracket(self.text, after, self.words)
        return tail

    def _title(self, tail: Tail) -> None:
        after = _end(_ABBREVIATION.match(self.text, tail.end), tail.end)
        tail.title = tail.title or title_after(self.text, after, self.words)

    def _marker_after_title(self, tail: Tail) -> PrintedMarker | None:
        """A marker behind the title that stands between it and the number: Resolution 71 "..." (Rev. Dubai, 2018)."""
        title = title_after(self.text, tail.end, self.words)
        marker = self._marker(title.close) if title and not title.is_open else None
        tail.title = title if marker else None
        return marker

    def _starts_next(self, match: re.Match[str]) -> bool:
        """Whether the body opens the next reference instead of closing this one: "... and WTSA Resolution 1"."""
        after = self._spaces(match.end())
        if self.words.own.prefix:
            # what is joined by a prefix ("and the Resolution") begins anew and needs no body before it
            return False
        following = self.words.kind_anchor.match(self.text, after)
        return following is not None and bool(re.match(r"\s*\w", self.text[following.end() : following.end() + 3]))

    # The list

    def _next(self, position: int) -> int | None:
        position = after_member(self.text, _end(_ABBREVIATION.match(self.text, position), position), self.anchor)
        match = join_at(self.text, position, self.anchor, self.words)
        if match and self.words.kind_anchor.match(self.text, match.end()):
            return None
        return (self._member(match.end(), None) if match else None) or self._described(position)

    def _described(self, position: int) -> int | None:
        """The next member of a list that says of each what it is on: Resolutions 70/1, on ..., and 70/125, on ..."""
        may_follow = self.anchor.many or is_of_united_nations(self.found[-1])
        match = self.words.described.match(self.text, position) if may_follow else None
        if not match or self.anchor.is_provision or self.words.kind_anchor.search(self.text, *match.span()):
            return None
        return self._member(match.end(), None)

    def _range(self, position: int) -> int | None:
        if not self.anchor.many and not self.anchor.is_provision:
            return None
        match = self.words.range.match(self.text, position)
        if not match or self.words.kind_anchor.match(self.text, match.end()):
            return None
        before = len(self.found)
        end = self._member(match.end(), None)
        if end is None or len(self.found) == before:
            return None
        if not is_range(self.found[before - 1], self.found[before]):
            del self.found[before:]
            return None
        ends = f"{self.found[before - 1].number}-{self.found[before].number}".replace("No. ", "").replace("Art. ", "")
        for at in (before - 1, before):
            self.found[at] = replace(self.found[at], range=ends)
        return end

    def _spaces(self, position: int) -> int:
        return _end(_SPACES.match(self.text, position), position)


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match else otherwise
