"""One block as a reader of clauses sees it: its text as it stands, folded, its label, the words of its language."""

import re
from dataclasses import dataclass

from graph_service.reading.block import Block, Role
from graph_service.reading.document import Layout
from graph_service.reading.folding import fold
from graph_service.reading.labels import Label, Style, read_label
from graph_service.reading.openings import Opening, opening_at_start
from graph_service.reading.words import STOPS, Words

_QUOTES = "'\"”»"
_SENTENCE_ENDS = (".", "。", "؟", "!", "?")
_COMMAS = (",", "،", "，")
_STOPS = tuple(STOPS)
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_NOTE_SIGN = re.compile(r"\s*(?:[¹²³⁴-⁹]{1,2}|\*{1,3}\t)\s*(?=\S)")
"""A raised number, or a star set apart by a tab; a star and a space is an item of a list."""
_MARK_APART = re.compile(r"(?:\s{2,}|\t)\([^()]{2,16}\d\)$")
"""The mark of the conference that changed a provision, set apart at its end: ... is required.     (WRC-19)"""
_TAIL = 80
_LONGEST_LINE = 400
_CONTENTS = re.compile(r"(?:\t|\.{3,}|…)\s*\d{1,4}\s*$")
"""The end of an entry in a table of contents."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a folded view from ``start`` on: its clause and its address."""

    start: int
    clause: str
    part: str


_GOES_ON = (":", ";", "：", "；", "؛")
_LEAST_WORDS_OF_TEXT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A block in one state of its text; ``plain`` is folded, ``label`` also one that the format generated.

    ``end`` is the end of the folded text without white space, ``opening`` the clause that the text opens, None where it
    is an item or opens none. Patterns are tried only on what can match them.
    """

    text: str
    plain: str
    end: str
    words: Words
    role: Role | None
    layout: Layout
    label: Label | None
    opening: Opening | None

    @classmethod
    def of(cls, block: Block, text: str, words: Words) -> "Line":
        """Return the line of one state of a block's text."""
        plain = fold(text)
        label = read_label(plain, words.letters)
        if label is None and block.label:
            generated = read_label(f"{fold(block.label)} x", words.letters)
            label = generated and Label(generated.style, generated.ordinal, 0, generated.text, generated.depth)
        return cls(
            text=text,
            plain=plain,
            end=plain[-_TAIL:].rstrip(),
            words=words,
            role=block.role,
            layout=block.layout,
            label=label,
            opening=opening_at_start(plain, words) if label is None and block.layout is Layout.BODY else None,
        )

    @property
    def content(self) -> int:
        """Where the text after the label begins."""
        return self.label.end if self.label else 0

    @property
    def is_sentence(self) -> bool:
        """Whether the text ends as a sentence does."""
        end = self.end.rstrip(_QUOTES)
        if end.endswith(")") and self.plain.lstrip().startswith("("):
            end = end.rstrip(")")
        return end.endswith(_SENTENCE_ENDS)

    @property
    def is_running_text(self) -> bool:
        """Whether the text is a sentence, or too long for a heading and goes on with a list or has a mark apart."""
        if self.is_sentence:
            return True
        is_text = self.end.endswith(_GOES_ON) or _MARK_APART.search(self.end) is not None
        return is_text and len(self.plain.split()) >= _LEAST_WORDS_OF_TEXT

    @property
    def is_stopped(self) -> bool:
        """Whether the text ends as an item or a sentence does."""
        return self.end.endswith(_STOPS)

    @property
    def is_capital(self) -> bool:
        """Whether the first letter after the label is no small one."""
        found = _LETTER.search(self.text, self.content)
        return found is not None and not found[0].islower()

    @property
    def is_heading(self) -> bool:
        """Whether the text is a clause heading that stands for itself."""
        return self.role is Role.CLAUSE or (self.opening is not None and self.opening.bare)

    @property
    def is_formula(self) -> bool:
        """Whether the text is an enacting formula."""
        if self.role is Role.FORMULA:
            return True
        if self.label is not None or len(self.plain) > _LONGEST_LINE or not self.end.endswith(_COMMAS):
            return False
        return self.words.formula.match(self.plain) is not None

    @property
    def _is_short_with_number(self) -> bool:
        return len(self.plain) <= _LONGEST_LINE and _DIGIT.search(self.plain) is not None

    @property
    def is_running_header(self) -> bool:
        """Whether the text is the head of a page: an instrument and a page number."""
        if not self._is_short_with_number or not (self.plain[:2].strip().isdigit() or self.end[-1:].isdigit()):
            return False
        return self.words.header.match(self.plain) is not None

    @property
    def is_title(self) -> bool:
        """Whether the text has the form of a title line."""
        if self.role is Role.TITLE:
            return True
        if self.label is not None or self.is_stopped or not self._is_short_with_number:
            return False
        return self.words.title.match(self.plain) is not None

    @property
    def is_annex(self) -> bool:
        """Whether the text is the heading of an annex or a bibliography."""
        if len(self.plain) > _LONGEST_LINE or self.is_sentence:
            return self._is_bibliography
        if not self.words.annex_word.match(self.plain):
            return self._is_bibliography or self.words.annex_of.match(self.plain) is not None
        if not self.is_capital or _CONTENTS.search(self.end):
            return False
        titled = self.words.annex_titled.match(self.plain)
        if titled is not None and self.text[: titled.end("word")].strip().isupper():
            return True
        return self.words.annex.match(self.plain) is not None

    @property
    def _is_bibliography(self) -> bool:
        return len(self.plain) <= _TAIL and self.words.bibliography.match(self.plain) is not None

    @property
    def is_reasons(self) -> bool:
        """Whether the text gives the reasons for the proposal that stands before it."""
        return self.words.reasons.match(self.plain) is not None

    @property
    def is_table_note(self) -> bool:
        """Whether the text is a note to a table: a sentence after a number in parentheses."""
        return self.label is not None and self.label.style is Style.CLOSED and self.is_sentence and self.is_capital

    @property
    def is_signed_note(self) -> bool:
        """Whether the text is a footnote that stands below what it belongs to: a sentence after a raised sign."""
        return self.is_sentence and _NOTE_SIGN.match(self.text) is not None
