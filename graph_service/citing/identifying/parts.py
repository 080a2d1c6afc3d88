"""Normalised text becomes a draft: a cursor takes word after word and number after number, and nothing may be left."""

import re

from graph_service.citing.identifying.catalogue import RADIO_SERIES
from graph_service.citing.identifying.dates import Inside, read_date, read_inside
from graph_service.citing.identifying.draft import Draft
from graph_service.citing.identifying.identification import Change
from graph_service.citing.identifying.shapes import Number, coded_at, plain_at, question_at, series_at
from graph_service.citing.identifying.taking import take_word
from graph_service.citing.identifying.words import ScriptWords
from graph_service.citing.number import latin
from graph_service.register.register import Register

_SKIP = re.compile(r"""[\s,;."'«»《》]+""")
_BRACKET = re.compile(r"[(\[]\s*(?P<inside>[^()\[\]]+?)\s*[)\]]")
_SUFFIX = re.compile(r"-(?P<letter>[A-Z])(?![A-Za-z\d])")
_STATUS = re.compile(r"-[IWPT](?![A-Za-z\d])")
_LETTERS = re.compile(r"(?P<letters>[A-ZА-Я]{1,4}(?:\.[IVX]{1,4})?)(?![A-Za-zА-я\d])")
_PART_NUMBER = re.compile(
    r"(?P<number>(?:[A-ZА-Я]{1,2}\d{0,2}\+?|[IVXLC]+|\d+[A-Z]{0,2}[a-z]?)(?:\.\d+[A-Z]?)*)(?![A-Za-zА-я\d])"
)
_SMALL = re.compile(r"[a-z]{1,3}\.\d{3}")
_DASH = re.compile(r"\s?-\s?(?=\D)|\s-\s")
_TAIL_DATE = re.compile(r"\s*-\s+(?P<date>[\w./ ]+)$")


class Cursor:
    """Reads one identifier; `read` returns its draft or raises not-an-identifier."""

    def __init__(self, text: str, source: str, words: ScriptWords, register: Register) -> None:
        self.text = _unwrapped(text.strip().rstrip(".,;"))
        self.words = words
        self.register = register
        self.draft = Draft(text=source)
        self.at = 0
        self.pending: Change | str | None = None

    def read(self) -> Draft:
        """Return the draft of the whole text."""
        if self.text.endswith(":"):
            self.text, self.draft.has_colon = self.text[:-1].rstrip(), True
        while self.at < len(self.text):
            before = self.at
            self._skip()
            if self.at < len(self.text) and not self._step() and self.at == before:
                raise self.draft.refuse(f"{self.text[self.at : self.at + 30]!r} is no part of an identifier")
        return self.draft

    def _skip(self) -> None:
        match = _SKIP.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _step(self) -> bool:
        return (
            self._part_number()
            or self._joint()
            or self._bracket()
            or self._version()
            or self._known_series()
            or self._question()
            or self._suffix()
            or self._word()
            or self._number()
            or self._lone_letters()
            or self._stroke()
            or self._dash()
        )

    # What belongs to a word before it

    def _part_number(self) -> bool:
        pending, self.pending = self.pending, None
        if pending is None:
            return False
        start = self.at
        while (word := self.words.word_at(self.text, self.at)) and word.what == "sign":
            self.at = word.end
            self._skip()
        match = _PART_NUMBER.match(self.text, self.at)
        if not match or (self.draft.number is None and self._series_here() and "." in match["number"]):
            self.at = start
            return False
        self.at = match.end()
        number = latin(match["number"])
        if isinstance(pending, Change):
            self.draft.number_change(pending, number)
        elif pending:
            self.draft.set_once("part", f"{pending} {number}")
        return True

    def _series_here(self) -> bool:
        number = series_at(self.text, self.at)
        return number is not None and number.dotted

    # Pieces

    def _joint(self) -> bool:
        match = self.words.joint.match(self.text, self.at)
        if not match:
            return False
        printed = match["standard"]
        for name, pattern in self.words.organizations:
            printed = pattern.sub(name, printed)
        self.draft.also.append(" ".join(printed.split()))
        self.at = match.end()
        return True

    def _bracket(self) -> bool:
        match = _BRACKET.match(self.text, self.at)
        if not match:
            return False
        inside = read_inside(match["inside"], self.words)
        if inside:
            self._take(inside)
        elif not self._provision_inside(match["inside"]) and not self._name_inside(match["inside"]):
            raise self.draft.refuse(f"{match[0]!r} is no date, edition or language")
        self.at = match.end()
        return True

    def _take(self, inside: Inside) -> None:
        if inside.marker:
            self.draft.date(inside.marker)
        if inside.language:
            self.draft.set_once("language", inside.language)
        if inside.period:
            self.draft.set_once("period", inside.period)
        if inside.version is not None:
            self.draft.version = inside.version

    def _provision_inside(self, content: str) -> bool:
        """A provision in brackets after another: No. 118 (Article 21)."""
        if not self.words.provision.search(content):
            return False
        inner = Cursor(content, self.draft.text, self.words, self.register)
        found = inner.read()
        if not found.number or found.number.letters or found.kinds or found.sector:
            return False
        self.draft.set_once("part", f"{found.sign or 'No.'} {found.number.core}")
        return True

    def _name_inside(self, content: str) -> bool:
        """An abbreviation in brackets that repeats a body or a basic text: (UNGA), (RR)."""
        word = self.words.word_at(content, 0)
        if not word or word.end != len(content) or word.what not in {"body", "text", "sector", "former", "union"}:
            return False
        take_word(self.draft, word, content, self.words, self.register)
        return True

    def _known_series(self) -> bool:
        """A series number that cannot be a word: dotted, or of a letter that stands directly before its digits."""
        number = series_at(self.text, self.at)
        if not number or not self._is_series(number):
            return False
        if self.text[self.at] in "Qq" and question_at(self.text, self.at):
            return False
        self._take_number(number)
        return True

    def _is_series(self, number: Number) -> bool:
        letters, after = number.letters, self.text[self.at + len(number.letters)]
        if len(letters) > 1 and letters not in RADIO_SERIES:
            return False
        if number.dotted:
            return self.text[self.at].isupper() or self._after_sector() or bool(_SMALL.match(self.text, self.at))
        is_bare = len(letters) == 1 and letters != "C" and self.draft.number is None
        return is_bare and after.isdecimal() and self.text[self.at].isupper() and number.core[1:2].isdecimal()

    def _after_sector(self) -> bool:
        return bool(self.draft.sector or self.draft.former or self.draft.kinds)

    def _version(self) -> bool:
        if self.draft.number is None:
            return False
        match = self.words.version.match(self.text, self.at)
        if not match:
            return False
        self.draft.version, self.at = int(match["number"]), match.end()
        return True

    def _question(self) -> bool:
        number = question_at(self.text, self.at)
        if not number or self.draft.number is not None:
            return False
        self._take_number(number)
        return True

    def _suffix(self) -> bool:
        if not (self.draft.number or self.draft.changes or self.draft.letters):
            return False
        match = _SUFFIX.match(self.text, self.at)
        language = self.words.languages.get(match["letter"]) if match else None
        status = _STATUS.match(self.text, self.at) if self.draft.number and self.draft.number.stamp else None
        if not language and not status:
            return False
        if language:
            self.draft.set_once("language", language)
        self.at += 2
        return True

    # Words

    def _word(self) -> bool:
        word = self.words.word_at(self.text, self.at)
        if word is None or word.what == "version":
            return False
        self.pending = take_word(self.draft, word, self.text[self.at : word.end], self.words, self.register)
        self.at = word.end
        return True

    # Numbers

    def _number(self) -> bool:
        number = coded_at(self.text, self.at)
        found = None if number else series_at(self.text, self.at)
        if found and (self._after_sector() or self._is_apart(found)):
            number = found
        number = number or plain_at(self.text, self.at)
        if not number:
            return False
        self._take_number(number)
        return True

    def _is_apart(self, number: Number) -> bool:
        """A letter apart from at least two digits (G 711), or a part of a series (E-300)."""
        is_apart = number.spaced or (number.hyphenated and number.core.endswith("00"))
        return len(number.letters) == 1 and is_apart and number.core[1:2].isdecimal() and self.text[self.at].isupper()

    def _take_number(self, number: Number) -> None:
        self.draft.set_number(number)
        self.at = number.end
        if number.revision is None and not number.group and self.draft.until is None:
            self._range_end()

    def _range_end(self) -> None:
        tail = _TAIL_DATE.match(self.text, self.at)
        date = read_date(tail["date"], self.words) if tail else None
        if tail and date:
            self.draft.date(date)
            self.at = tail.end()
        elif match := self.words.range.match(self.text, self.at):
            self.draft.until, self.at = match["last"], match.end()

    def _lone_letters(self) -> bool:
        match = _LETTERS.match(self.text, self.at)
        if not match or self.draft.number is not None or self.draft.letters is not None:
            return False
        self.draft.letters, self.at = latin(match["letters"]), match.end()
        return True

    def _stroke(self) -> bool:
        """The stroke before a change (Amd. 1/Cor. 1), and after a basic text (CS/118)."""
        if self.text[self.at] != "/":
            return False
        word = self.words.word_at(self.text, self.at + 1)
        before_change = bool(word and word.what == "change" and self.draft.number)
        if not before_change and not (self.draft.basic_text and self.draft.number is None):
            return False
        self.at += 1
        return True

    def _dash(self) -> bool:
        """A dash between letters and a word (H-series), and the bar between the numbers of a joint text."""
        if self.text[self.at] == "|" and self.at + 1 < len(self.text):
            self.at += 1
            return True
        match = _DASH.match(self.text, self.at)
        if not match or match.end() == len(self.text):
            return False
        self.at = match.end()
        return True


def _unwrapped(text: str) -> str:
    """The text without the brackets around the whole of it."""
    match = re.fullmatch(r"[(\[](?P<inside>[^()\[\]]+)[)\]]", text)
    return match["inside"].strip() if match else text
