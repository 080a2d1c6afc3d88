"""The shapes of numbers in identifiers: series numbers with what may hang on them, Questions, plain numbers."""

import re
from dataclasses import dataclass

from graph_service.citing.identifying.catalogue import CODES
from graph_service.citing.number import latin

_LETTERS = "[A-Za-zА-Я]"
_END = "(?![0-9A-Za-zА-Яа-я])"
_SUFFIX = r"(?:[ \-]?(?:bis|ter|quater|quarter)(?![a-z])|[ ]?(?-i:[A-FRW])(?![A-Za-z.\d])|(?-i:[a-l])(?![a-z]))"
_DIGITS = rf"\d+(?:\.\d+)*{_SUFFIX}?"
_JOINT = rf"[ ]?/[ ]?{_LETTERS}{{1,3}}[ ]?\.?[ ]?{_DIGITS}"
_SERIES = re.compile(
    rf"(?P<letters>{_LETTERS}{{1,3}})(?P<sign>[ ]?\.[ ]?|-|[ ](?=\d)|(?=\d))(?P<core>{_DIGITS})"
    rf"(?P<first>-\d{{1,3}}(?={_JOINT}))?(?P<joint>(?:{_JOINT})*)"
    rf"(?:[ ]?-[ ]?(?P<until>{_LETTERS}{{1,2}}\.\d+(?:\.\d+)*))?"
    rf"(?:-(?P<stamp>(?:19|20)\d\d(?:0[1-9]|1[0-2])))?"
    rf"(?P<revision>-\d{{1,3}}(?:-\d{{1,2}})?(?![\d/]))?"
    rf"(?:-(?P<late>(?:19|20)\d\d(?:0[1-9]|1[0-2])))?{_END}",
    re.IGNORECASE,
)
_PROVISIONAL = re.compile(
    r"(?P<letters>[A-Z]{1,3})\.\[?(?P<first>\d{1,2})(?:(?P<sign>[/\-]?)B(?:L[/\-]?)?(?P<text>\d+)|/(?P<plain>\d+))\]?:?"
    rf"{_END}"
)
_GUIDE = re.compile(r"(?P<letters>[A-Z])\.?[ ]?Imp[ ]?(?P<core>\d+(?:\.\d+)*|[A-Z]{2,6}\d*)" + _END)
_CODED = re.compile(r"(?P<letters>[A-Z]{3,4})-(?P<core>\d{1,2}(?:\.\d)?|[A-Z]{2,5})(?!\.)" + _END)
_QUESTION = re.compile(
    rf"(?:Q\.?[ ]?)?(?P<number>\d+)(?:-(?P<revision>\d+))?[ ]?/[ ]?(?P<group>\d+[A-Z]?){_END}", re.IGNORECASE
)
_OF_GROUP = re.compile(r"SG[ ]?0?(?P<group>\d+)\.(?P<number>\d+)(?:-(?P<revision>\d+))?(?!\d)", re.IGNORECASE)
_PLAIN = re.compile(
    rf"(?P<core>\d+(?:\.\d+)*(?:[ ]?(?:bis|ter)(?![a-z])|[A-Z]{{1,3}}\d?(?![A-Za-z]))?(?:\.\d+[A-Z]?)?)"
    rf"(?:-(?P<revision>\d{{1,3}})(?!\d))?{_END}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as printed: letters of its series, digits, what is joined to it, revision and date stamp."""

    letters: str = ""
    core: str
    dotted: bool = True
    hyphenated: bool = False
    spaced: bool = False
    group: str | None = None
    revision: int | None = None
    joint: tuple[str, ...] = ()
    until: str | None = None
    stamp: tuple[int, int] | None = None
    coded: bool = False
    marked: bool = False
    end: int

    @property
    def number(self) -> str:
        """The number with its series and study group: G.989.2, 229/5, EMC-5."""
        if self.coded:
            return f"{self.letters}-{self.core}"
        base = f"{self.letters}.{self.core}" if self.letters else self.core
        return f"{base}/{self.group}" if self.group else base


def series_at(text: str, position: int) -> Number | None:
    """Return the number with a series that begins at a position, None for none."""
    match = _GUIDE.match(text, position)
    if match:
        return Number(letters=match["letters"], core=f"Imp{match['core']}", end=match.end())
    match = _PROVISIONAL.match(text, position)
    if match:
        return Number(letters=match["letters"], core=_provisional(match), end=match.end())
    match = _SERIES.match(text, position)
    return _series(match) if match else None


def coded_at(text: str, position: int) -> Number | None:
    """Return the number of a publication with a code: EMC-5, SEC-QKD."""
    match = _CODED.match(text, position)
    if not match or match["letters"] not in CODES:
        return None
    return Number(letters=match["letters"], core=match["core"], coded=True, end=match.end())


def question_at(text: str, position: int) -> Number | None:
    """Return the number of a Question, with the number of its study group: 229-5/5, Q15/11, SG03.203-8."""
    match = _OF_GROUP.match(text, position) or _QUESTION.match(text, position)
    if not match:
        return None
    return Number(
        core=match["number"], group=match["group"], revision=_whole(match["revision"]), end=match.end(),
        marked=match[0][0] in "QqS",
    )  # fmt: skip


def plain_at(text: str, position: int) -> Number | None:
    """Return a number without series: 197, 66-1, 5.441B, 30B."""
    match = _PLAIN.match(text, position)
    if not match:
        return None
    return Number(core=match["core"].replace(" ", ""), revision=_whole(match["revision"]), end=match.end())


def _provisional(match: re.Match[str]) -> str:
    """The number of a text that had none yet: 5/BL/7, 6/132."""
    if match["plain"]:
        return f"{match['first']}/{match['plain']}"
    return f"{match['first']}/BL/{match['text']}" if "BL" in match[0] else f"{match['first']}B{match['text']}"


def _series(match: re.Match[str]) -> Number:
    letters, core = latin(match["letters"]).upper(), _clean(match["core"])
    revision, until = match["first"] or match["revision"], match["until"]
    stamp = match["stamp"] or match["late"]
    if revision and revision.count("-") > 1:
        between, _, revision = revision[1:].partition("-")
        core = f"{core}-{between}"
    return Number(
        letters=letters,
        core=core,
        dotted="." in match["sign"],
        hyphenated=match["sign"] == "-",
        spaced=match["sign"] == " ",
        revision=_whole(revision.strip("-")) if revision else None,
        joint=tuple(joined(part) for part in match["joint"].split("/") if part.strip()),
        until=joined(until) if until else None,
        stamp=(int(stamp[:4]), int(stamp[4:])) if stamp else None,
        end=match.end(),
    )


def joined(printed: str) -> str:
    """Return another number of a joint text in its clean form: ``Y 2060`` is ``Y.2060``."""
    match = re.fullmatch(rf"({_LETTERS}{{1,3}})[ ]?\.?[ ]?(.+)", printed.strip())
    return f"{latin(match[1]).upper()}.{_clean(match[2])}" if match else printed.strip()


def _clean(digits: str) -> str:
    return re.sub(r"[ \-](?=bis|ter|qua)", "", digits.replace("quarter", "quater")).replace(" ", "")


def _whole(digits: str | None) -> int | None:
    return int(digits) if digits else None
