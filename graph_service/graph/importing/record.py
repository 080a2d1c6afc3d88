"""A Relaton record as a frozen value: what one YAML file says of one publication, only what the graph takes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from graph_service.graph.importing.record_text import cut
from graph_service.graph.importing.yaml_text import NotYamlError, decoded, parse_yaml

_PUBLISHER = "ITU"
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_COMPLEMENT = "complementOf"
"""A relation of which a record has up to two hundred: each Recommendation names all supplements to its series."""
_REPEATED = (
    "schema_version:",
    "type:",
    "contributor:",
    "language:",
    "script:",
    "status:",
    "copyright:",
    "place:",
    "ext:",
)
"""Keys of which the text is the same in many records."""
_KINDS_OF_DATE = ("published", "issued", "created", "updated")


class NotARecordError(ValueError):
    """Raised for a value that is no record of a publication; its text is the reason."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation: its kind (``hasEdition``), the identifier of the other text, and its title where one is given."""

    kind: str
    docid: str
    title: str | None

    def __reduce__(self) -> tuple[type["Link"], tuple[object, ...]]:
        """Travel between processes as plain values: the way of dataclasses takes longer than reading the record."""
        return Link, (self.kind, self.docid, self.title)


@dataclass(frozen=True, slots=True)
class Record:
    """One publication: ``file`` is the name of its file, ``docid`` its identifier, ``doctype`` what Relaton calls it.

    ``published`` is a date as printed: a year, month or day. ``edition`` is the publisher's count, an amendment of the
    fourth edition is ``4.1``. ``stage`` is Published or Withdrawal; ``also`` are identifiers of other publishers.
    ``complements`` are the identifiers of the supplements that it names, ``links`` all other relations.
    """

    file: str
    docid: str
    doctype: str
    titles: tuple[tuple[str, str], ...]
    published: str | None
    edition: str | None
    stage: str | None
    pages: tuple[str, ...]
    groups: tuple[str, ...]
    also: tuple[str, ...]
    complements: tuple[str, ...]
    links: tuple[Link, ...]

    def __reduce__(self) -> tuple[type["Record"], tuple[object, ...]]:
        """Travel between processes as plain values."""
        return Record, tuple(getattr(self, name) for name in self.__slots__)


class RecordReader:
    """Reads the text of records; relations, keys and lists of supplements that come again are the same objects."""

    def __init__(self) -> None:
        self._links: dict[str, Link | None] = {}
        self._keys: dict[str, dict[str, object]] = {}
        self._lists: dict[tuple[str, ...], tuple[str, ...]] = {}

    def read(self, data: bytes, file: str) -> Record:
        """Return the record of a YAML file. Raise NotYamlError, or NotARecordError where it names no publication."""
        text = decoded(data)
        parts = cut(text)
        if parts:
            try:
                links = [self._link(item) for item in parts.items]
                return self._record(self._value(parts.keys()), file, links)
            except NotYamlError:
                pass  # the whole text is parsed: what is wrong with it is told by its own lines
        value = parse_yaml(text)
        relations = _each(value, "relation") if isinstance(value, dict) else ()
        return self._record(value, file, [_link(relation) for relation in relations])

    def _value(self, keys: list[str]) -> dict[str, object]:
        """The value of a record by the text of its keys. Raise NotYamlError where these are not plainly so."""
        own = [key for key in keys if not key.startswith(_REPEATED)]
        value = _mapping(parse_yaml("\n".join(own)), len(own))
        for key in keys:
            if key.startswith(_REPEATED):
                if key not in self._keys:
                    self._keys[key] = _mapping(parse_yaml(key), 1)
                value |= self._keys[key]
        if len(value) != len(keys):
            raise NotYamlError("a key comes twice")
        return value

    def _link(self, item: str) -> Link | None:
        if item not in self._links:
            value = parse_yaml(item)
            self._links[item] = _link(value[0]) if isinstance(value, list) and len(value) == 1 else None
        return self._links[item]

    def _record(self, value: object, file: str, links: Iterable[Link | None]) -> Record:
        if not isinstance(value, dict):
            raise NotARecordError("it is no record: not a mapping")
        identifiers = [*_identifiers(value)]
        own = [content for kind, content in identifiers if kind == _PUBLISHER]
        if not own:
            raise NotARecordError("it has no docidentifier of the ITU")
        found = [link for link in links if link]
        complements = tuple(link.docid for link in found if link.kind == _COMPLEMENT)
        return Record(
            file=file,
            docid=own[0],
            doctype=_word(_in(value, "ext", "doctype", "content")) or _word(_in(value, "ext", "doctype", "type")) or "",
            titles=_titles(value),
            published=_published(value),
            edition=_word(_in(value, "edition", "content")),
            stage=_word(_in(value, "status", "stage", "content")),
            pages=tuple(filter(None, (_address(one) for one in _each(value, "source", "link")))),
            groups=tuple(dict.fromkeys(_groups(value))),
            also=tuple(dict.fromkeys((*own[1:], *(content for kind, content in identifiers if kind != _PUBLISHER)))),
            complements=self._lists.setdefault(complements, complements),
            links=tuple(link for link in found if link.kind != _COMPLEMENT),
        )


def _mapping(value: object, size: int) -> dict[str, object]:
    if not isinstance(value, dict) or len(value) != size:
        raise NotYamlError("it is no mapping of that many keys")
    return value


def _in(value: object, *steps: str) -> object:
    """What stands below some keys; None where a step is missing."""
    for step in steps:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _each(value: Mapping[str, object], *names: str) -> Iterator[object]:
    """The members of the first of some lists that is there; what is not a list is its only member."""
    for name in names:
        found = value.get(name)
        if found is not None:
            yield from found if isinstance(found, list) else [found]
            return


def _word(value: object) -> str | None:
    """A scalar as text on one line, None for nothing and for what is no scalar."""
    if value is None or isinstance(value, dict | list | bool):
        return None
    return " ".join(str(value).split()) or None


def _identifiers(value: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The identifiers with their types, the primary ones first."""
    found = [one for one in _each(value, "docidentifier", "docid") if isinstance(one, dict)]
    for one in sorted(found, key=lambda one: one.get("primary") is not True):
        content = _word(one.get("content")) or _word(one.get("id"))
        if content:
            yield _word(one.get("type")) or _PUBLISHER, content


def _titles(value: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """One title a language, the main one; without language it is English, as the publisher's lists are."""
    found: dict[str, tuple[bool, str]] = {}
    for one in _each(value, "title"):
        content = _word(_in(one, "content")) or _word(one)
        if content is None:
            continue
        langs = _in(one, "language")
        lang = (_word(langs[0] if isinstance(langs, list) and langs else langs) or "en").lower()
        is_main = _in(one, "type") in {None, "main"}
        if lang not in found or (is_main and not found[lang][0]):
            found[lang] = (is_main, content)
    return tuple(sorted((lang, title) for lang, (_, title) in found.items() if _is_language(lang)))


def _is_language(lang: str) -> bool:
    return re.fullmatch(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", lang) is not None


def _published(value: Mapping[str, object]) -> str | None:
    dates = [one for one in _each(value, "date") if isinstance(one, dict)]
    dates.sort(key=lambda one: _rank(one.get("type")))
    for one in dates:
        printed = _word(one.get("at")) or _word(one.get("value")) or _word(one.get("from"))
        if printed is None:
            continue
        if not is_date(printed):
            raise NotARecordError(f"its date {printed} is none")
        return printed
    return None


def _rank(kind: object) -> int:
    return _KINDS_OF_DATE.index(kind) if kind in _KINDS_OF_DATE else len(_KINDS_OF_DATE)


def is_date(printed: str) -> bool:
    """Whether text is a year, a month or a day that there is."""
    match = _DATE.fullmatch(printed)
    if not match:
        return False
    try:
        date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return False
    return True


def _groups(value: Mapping[str, object]) -> Iterator[str]:
    """The names of the committees that wrote it."""
    for contributor in _each(value, "contributor"):
        organization = _in(contributor, "organization")
        if not isinstance(organization, dict):
            continue
        for part in _each(organization, "subdivision"):
            if not isinstance(part, dict):
                continue
            name = next((word for one in _each(part, "name") if (word := _word(_in(one, "content")))), None)
            if name:
                yield name


def _address(one: object) -> str | None:
    """An address of the web, None for anything that could not stand as an IRI."""
    address = _word(_in(one, "content"))
    return address if address and re.fullmatch(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+", address) else None


def _link(relation: object) -> Link | None:
    """A relation to a text that it names, None for any other."""
    kind, item = _in(relation, "type"), _in(relation, "bibitem")
    if not isinstance(kind, str) or not isinstance(item, dict):
        return None
    docid = next((content for _, content in _identifiers(item)), None) or _word(_in(item, "formattedref", "content"))
    titles = _titles(item)
    return Link(kind, docid, titles[0][1] if titles else None) if docid else None
