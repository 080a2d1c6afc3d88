"""References as the generator prints them: kind, number, marker and body in the order and case of a language."""

from dataclasses import dataclass, replace

from tests.checking.planted.facts import Edition, Facts
from tests.checking.planted.words import Style, words


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What a marker says: place and year, "Rev." or not; ``word`` instead of a place (WRC).

    ``code`` is the year in the name of its conference: 20 of WTSA-20.
    """

    place: str = ""
    year: int
    revised: bool
    word: str = ""
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Cited:
    """What a reference names."""

    body: str
    kind: str
    number: str
    mark: Mark | None

    def marked(self, mark: Mark | None) -> "Cited":
        return replace(self, mark=mark)


@dataclass(frozen=True, kw_only=True)
class Form:
    """How a reference is printed: the phrase of its body (empty for none), and where it stands.

    ``is_coded`` names the body with the year of the conference: of WTDC-17.
    """

    body: str = ""
    is_before: bool = False
    is_short: bool = False
    is_marker_last: bool = False
    is_coded: bool = False


@dataclass(frozen=True, kw_only=True)
class Printer:
    """Prints references in one text."""

    facts: Facts
    style: Style

    @property
    def lang(self) -> str:
        return self.style.lang

    def mark(self, mark: Mark, kind: str = "resolution") -> str:
        said = words(self.lang)
        rev = said.get("rev_of", {}).get(kind, said["rev"][0]) if mark.revised else ""
        gap = self.style.rev_gap if mark.revised else ""
        if mark.word:
            rev, gap = (
                ("Rev." if self.lang == "ar" and mark.revised else rev),
                ("" if self.lang not in {"zh", "ru"} else gap),
            )
            rev = f"{gap}{rev}" if self.lang == "zh" else f"{rev}{gap}" if rev else ""
            word = said["conference_words"][mark.word]
            short = str(mark.year) if mark.year == 2000 else f"{mark.year % 100:02d}"
            return said["word_marker"].format(rev=rev, word=word, yy=short)
        return said["marker"].format(
            rev=f"{gap}{rev}" if self.lang == "zh" else f"{rev}{gap}",
            place=self.city(mark.place),
            year=mark.year,
            space=self.style.space,
            year_word=self.style.year_word,
        )

    def city(self, place: str) -> str:
        return self.facts.cities.get((place, self.lang), place)

    def reference(self, cited: Cited, form: Form, case: str = "acc") -> str:
        """Return a whole reference, its article included, with the signs of the text."""
        said = words(self.lang)
        forms = said["kinds"][cited.kind]
        kind = forms["short"] if form.is_short else forms.get(case, forms["acc"])
        marker = self.mark(cited.mark, cited.kind) if cited.mark else ""
        if form.is_coded and cited.mark:
            form = replace(form, body=said["of_coded"][cited.body].format(year=cited.mark.code))
        body = f"{'' if self.lang == 'zh' else ' '}{form.body}" if form.body and not form.is_before else ""
        gap = self.style.gap if marker else ""
        if form.is_marker_last and body and self.lang != "zh":
            body, marker = "", f"{body.lstrip()}{self.style.gap}{marker}"
        text = said["shape"].format(
            kind=kind, tie=self.style.tie, number=cited.number, gap=gap, marker=marker, body=body, thin=self.style.thin
        )
        return self.style.typeset(f"{form.body} {text}" if form.is_before else text)


def mark_of(edition: Edition) -> Mark:
    met = edition.conference
    if edition.body == "WRC":
        return Mark(year=met.year, revised=edition.revised, word=edition.body)
    code = met.id.rpartition("-")[2]
    return Mark(place=met.place, year=met.year, revised=edition.revised, code=code)


def cited(edition: Edition, mark: Mark | None = None) -> Cited:
    return Cited(body=edition.body, kind=edition.kind, number=edition.number, mark=mark or mark_of(edition))
