"""The interface in the reader's language: which one, its messages, numbers, dates and links that keep it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from gettext import NullTranslations
from urllib.parse import quote, urlencode

from babel import Locale
from babel.core import negotiate_locale
from babel.dates import format_date, format_interval
from babel.numbers import format_decimal

from graph_service.names.iri import THINGS
from graph_service.web.assets import Assets

_REGIONS = {"en": "en_GB"}
"""Whose way of writing dates is followed, where it is not the language's first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a page stands: its path, the query that leads to it, ``lang`` left out, and the host that serves it."""

    path: str
    query: tuple[tuple[str, str], ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language of the interface: its code, its own name, the way it is written."""

    code: str
    name: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """One reader's interface. ``kept`` says that the language was chosen in the address, so that links repeat it."""

    lang: str
    kept: bool
    address: Address
    tongues: tuple[Tongue, ...]
    messages: NullTranslations
    assets: Assets
    register: str = ""

    @property
    def own_name(self) -> str:
        """The language's own name."""
        return _own_name(self.lang)

    def asset(self, name: str) -> str:
        """Return the address of an asset."""
        return self.assets.url(name)

    def sections(self) -> tuple[tuple[str, str], ...]:
        """Return the main parts of the site: path and name."""
        return (
            ("/texts", self.say("Texts")),
            ("/stale", self.say("What is outdated")),
            ("/path", self.say("From text to text")),
            ("/check", self.say("Check a document")),
            ("/queries", self.say("Queries")),
        )

    def is_in(self, path: str) -> bool:
        """Whether this page stands at or below a path."""
        return self.address.path == path or self.address.path.startswith(f"{path}/")

    @property
    def direction(self) -> str:
        """``rtl`` for a language written from the right, else ``ltr``."""
        return _direction(self.lang)

    def url(self, path: str, **query: object) -> str:
        """Return the address of a page of this host; what is None is left out, the language is kept."""
        pairs = [(name.rstrip("_"), str(value)) for name, value in query.items() if value is not None]
        if self.kept:
            pairs.append(("lang", self.lang))
        return f"{quote(path)}?{urlencode(pairs)}" if pairs else quote(path)

    def thing(self, iri: str) -> str:
        """Return the page of a thing on this host; other sites' addresses stay as they are."""
        return self.url(f"/doc/{iri.removeprefix(THINGS)}") if iri.startswith(THINGS) else iri

    def here(self, **changed: object) -> str:
        """Return this page's address with some of its query changed; None takes a parameter out."""
        query: dict[str, object] = {**dict(self.address.query), **changed}
        return self.url(self.address.path, **query)

    def in_language(self, code: str) -> str:
        """Return this page in another language of the interface."""
        pairs = [*self.address.query, ("lang", code)]
        return f"{quote(self.address.path)}?{urlencode(pairs)}"

    def say(self, message: str, **words: object) -> str:
        """Return a message in the language, its ``%(name)s`` filled in."""
        said: str = self.messages.gettext(message)
        return said % words if words else said

    def count(self, one: str, many: str, number: int) -> str:
        """Return a message in the plural form of a number, its ``%(num)s`` filled in."""
        said: str = self.messages.ngettext(one, many, number)
        return said % {"num": self.number(number)}

    def number(self, value: float) -> str:
        """Return a number as the language writes it."""
        return format_decimal(value, locale=self.lang)

    def day(self, value: date) -> str:
        """Return a day as the language writes it, the month in words."""
        return format_date(value, format="long", locale=_REGIONS.get(self.lang, self.lang))

    def day_of(self, words: str | None) -> str:
        """Return a day given as ISO date as the language writes it, empty for none."""
        return self.day(date.fromisoformat(words)) if words else ""

    def span(self, first: date, last: date) -> str:
        """Return the days from one to another as the language writes them."""
        locale = _REGIONS.get(self.lang, self.lang)
        return str(format_interval(first, last, skeleton="yMMMMd", locale=locale))

    def language_name(self, code: str) -> str:
        """Return the name of a language of the texts in the language of the interface; the code where unknown."""
        return str(Locale(self.lang).languages.get(code, code))


def tongues(codes: tuple[str, ...]) -> tuple[Tongue, ...]:
    """Return the languages of the interface with their own names."""
    return tuple(Tongue(code=code, name=_own_name(code), direction=_direction(code)) for code in codes)


def choose_language(asked: str | None, accepted: str, offered: tuple[str, ...]) -> str:
    """Return the language asked for in the address, else the best of an Accept-Language header, else the first."""
    if asked in offered:
        return str(asked)
    found = negotiate_locale(_preferred(accepted), offered, sep="-")
    return str(found) if found else offered[0]


def interface(
    *,
    asked: str | None,
    accepted: str,
    address: Address,
    catalogues: Mapping[str, NullTranslations],
    assets: Assets,
    register: str = "",
) -> Interface:
    """Return the interface for one request; ``register`` is the version that pages print."""
    codes = tuple(catalogues)
    lang = choose_language(asked, accepted, codes)
    return Interface(
        lang=lang,
        kept=asked == lang,
        address=address,
        tongues=tongues(codes),
        messages=catalogues[lang],
        assets=assets,
        register=register,
    )


def _preferred(header: str) -> list[str]:
    """The languages of an Accept-Language header, best first (RFC 9110, 12.5.4); one of weight 0 is not accepted."""
    weighed: list[tuple[float, str]] = []
    for part in header.split(","):
        tag, _, weight = part.partition(";")
        quality = _quality(weight)
        if tag.strip() and quality > 0:
            weighed.append((-quality, tag.strip()))
    return [tag for _, tag in sorted(weighed, key=lambda pair: pair[0])]


def _quality(weight: str) -> float:
    name, _, value = weight.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def _direction(code: str) -> str:
    direction: str = Locale(code).text_direction
    return direction


def _own_name(code: str) -> str:
    locale = Locale(code)
    name = locale.get_language_name(code) or code
    return name[:1].upper() + name[1:]
