"""The printed numbers of instruments: shapes to look for, and the clean form of what was found."""

import re

_LATIN = str.maketrans("АВЕКМНОРСТХУІЈавекмнорстху", "ABEKMHOPCTXYIJabekmhopctxy")
_END = r"(?![0-9A-Za-z]|-?[а-яё])"

SERIES = re.compile(
    r"(?<![A-Za-zА-я\-])(?:[A-ZАВЕКМНОРСТХУЅІЈ]|B[ORST]|R[AS]|S[AFM]|SNG|TF|P[IN]|IS)"
    r"(?:\s*\.\s*|\s+(?=\d{2})|(?=\d{2}))\d+(?:\.\d+)*(?:-\d+)?(?:\s?(?:bis|ter|quater)\b)?"
    r"(?:\s?/\s?[A-ZА-Я]{1,3}\s?\.\s?\d+(?:\.\d+)*)*(?![0-9]|\.x(?![A-Za-z0-9]))"
)
"""A Recommendation's number with its series: Y.4000/Y.2060, BO.600-1, X 1051."""
_BEHIND_HYPHEN = re.compile(SERIES.pattern.replace(r"(?<![A-Za-zА-я\-])", "(?<=-)", 1))
"""The last of a range of such numbers: G.650-G.657."""
UN_LETTER = "(?:[A-EАВСЕ]|الف|باء|جيم|دال)"
"""What tells the parts of a resolution of the United Nations apart: 77/256 A, 217 A (III), 57/270 باء."""
PLAIN = re.compile(
    r"(?<!\d[.,])\d+[A-ZА-Я]{0,2}(?:-\d+)?"
    rf"(?:\s?/\s?\d+(?:(?<=/\d\d\d)\s{UN_LETTER}(?:\s?-\s?[B-E])?(?![^\W\u4e00-\u9fff]|['.])|[A-Z]?))?"
    r"(?:\s?(?:bis|ter|quater)\b)?" + _END + r"(?!\.\d|\s(?:[CС]|EX)/)"
)
"""A number without series: 197, 66-1, 70/1, 72/266B, 77/256 A, 77/256 A-B, 77/256 باء, 256-1/5."""
UN_SESSION = re.compile(rf"(?:\s?{UN_LETTER})?\s*\((?:(?:E?S-)?[IVXLC]+|د ?ا?-\d+)\)")
"""The session that stands behind an old number of the United Nations: 217 A (III), 217 ألف (د-3)."""
_LETTER_NAMES = {"الف": "A", "باء": "B", "جيم": "C", "دال": "D"}
_LETTER_NAME = re.compile("|".join(_LETTER_NAMES))
PROVISION = re.compile(r"\d+[A-ZА-Я]{0,2}(?:\.\d+[A-ZА-Я]{0,3}\d?)?(?:\.\d+[A-Z]?)?(?:\s?(?:bis|ter)\b)?" + _END)
"""A provision's number: 118, 14A, 5.441B, 30B, 9.11A."""

_OUTCOME_CODE = re.compile(r"[RTDI]\.\d(?:-\d+)?")


def series_at(text: str, position: int, *, is_in_list: bool) -> re.Match[str] | None:
    """Return the number with series that begins at a place; in a list it may be the last of a range."""
    return SERIES.match(text, position) or (_BEHIND_HYPHEN.match(text, position) if is_in_list else None)


_BEFORE_BIS = re.compile(r"\s+(?=bis|ter|quater)")
_LETTERS_AND_DIGIT = re.compile(r"^([A-Za-z]{1,3})\.?(?=\d)")
_REVISION = re.compile(r"(?P<base>[^-]+)-(?P<revision>\d+)(?P<group>/\d+)?")


def first_of_range(text: str, match: re.Match[str] | None) -> re.Match[str] | None:
    """Return the first number where a match is of two with a hyphen that can be no revision: Opinions 1-5.

    >>> first_of_range("1-5", PLAIN.match("1-5"))[0]
    '1'
    """
    first, hyphen, second = match[0].partition("-") if match else ("", "", "")
    if not match or not hyphen or not first.isdecimal() or not second.isdecimal() or int(first) >= int(second):
        return match
    return PLAIN.match(text, match.start(), match.start() + len(first))


def is_outcome_code(printed: str, first: str) -> bool:
    """Return whether a number after a common noun is a code of a plan's outcome: "ITU-T recommendations T.1-1: ..."."""
    return bool(_OUTCOME_CODE.fullmatch(printed)) and first.islower()


def clean_series(printed: str) -> str:
    """Return a series number in Latin letters, with its dots and without spaces.

    >>> clean_series("P. 800.1"), clean_series("X 1051"), clean_series("Y4102/Y.2074"), clean_series("Е.119")
    ('P.800.1', 'X.1051', 'Y.4102/Y.2074', 'E.119')
    """
    parts = _BEFORE_BIS.sub("\0", printed.translate(_LATIN)).split("/")
    cleaned = [_LETTERS_AND_DIGIT.sub(r"\1.", "".join(part.split())) for part in parts]
    return "/".join(part[:1].upper() + part[1:] for part in cleaned).replace("\0", "")


def latin(printed: str) -> str:
    """Return look-alike Cyrillic letters as Latin ones."""
    return printed.translate(_LATIN)


def clean_plain(printed: str) -> str:
    """Return a plain number without spaces, a letter that is named in Arabic as a letter.

    >>> clean_plain("72/266 A"), clean_plain("57/270 باء")
    ('72/266A', '57/270B')
    """
    plain = "".join(printed.split()).translate(_LATIN)
    return plain if plain.isascii() else _LETTER_NAME.sub(lambda name: _LETTER_NAMES[name[0]], plain)


def split_revision(number: str) -> tuple[str, int | None]:
    """Return a number without the revision after its hyphen, and that revision.

    >>> split_revision("66-1"), split_revision("M.1371-5"), split_revision("229-5/5"), split_revision("197")
    (('66', 1), ('M.1371', 5), ('229/5', 5), ('197', None))
    """
    match = _REVISION.fullmatch(number) if "-" in number else None
    if not match:
        return number, None
    return match["base"] + (match["group"] or ""), int(match["revision"])


def period_in_order(printed: str) -> str:
    """Return a plan's period, its earlier year first: texts written from right to left may print 2027-2024.

    >>> period_in_order("2027 - 2024"), period_in_order("2024至2027")
    ('2024-2027', '2024-2027')
    """
    return "-".join(sorted(re.findall(r"\d{4}", printed)))
