"""The labels that Word gives to numbered paragraphs: numbering.xml, the styles that number, and the counting."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from graph_service.reading.docx_runs import attribute, word

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_TENS = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HIJAI = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_CHINESE = "〇一二三四五六七八九"
_TEN = 10
_DEEPEST_STYLE = 12


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the form of its number, its text with %1 to %9, where it starts."""

    form: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Counter:
    """Which counters a paragraph's number moves: its abstract list, its level, the instance that it names."""

    abstract: str
    level: int
    instance: str


class Numbering:
    """Gives the paragraphs of one story their labels, in order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._abstracts: dict[str, dict[int, Level]] = {}
        self._instances: dict[str, str] = {}
        self._overrides: dict[str, dict[int, Level | int]] = {}
        self._styles = _style_numbers(styles)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._met: set[tuple[str, int]] = set()
        for child in numbering if numbering is not None else ():
            if word(child) == "abstractNum":
                self._abstracts[attribute(child, "abstractNumId") or ""] = _levels(child)
            elif word(child) == "num":
                self._read_instance(child)

    def _read_instance(self, element: etree._Element) -> None:
        instance = attribute(element, "numId") or ""
        for child in element:
            if word(child) == "abstractNumId":
                self._instances[instance] = attribute(child, "val") or ""
            elif word(child) == "lvlOverride":
                level = _integer(attribute(child, "ilvl"))
                for inside in child:
                    if word(inside) == "startOverride":
                        self._overrides.setdefault(instance, {}).setdefault(level, _integer(attribute(inside, "val")))
                    elif word(inside) == "lvl":
                        self._overrides.setdefault(instance, {})[level] = _level(inside)

    def label(self, paragraph: etree._Element) -> str | None:
        """Return the label of the next paragraph, None where it has none; each call counts."""
        found = self._numbered(paragraph)
        if found is None:
            return None
        abstract = self._instances.get(found.instance, "")
        levels = self._abstracts.get(abstract)
        if not levels or found.level not in levels:
            return None
        self._count(found, levels)
        return self._printed(found, levels)

    def _numbered(self, paragraph: etree._Element) -> Counter | None:
        """The list of a paragraph: its own, or that of its style; the number 0 takes it out of any."""
        properties = next((one for one in paragraph if word(one) == "pPr"), None)
        own = _number_of(properties) if properties is not None else None
        style = _style_of(properties) if properties is not None else None
        inherited = self._styles.get(style or "")
        instance, level = own or (None, None)
        instance = instance if instance is not None else (inherited[0] if inherited else None)
        if instance is None or instance == "0":
            return None
        depth = level if level is not None else (inherited[1] if inherited else 0)
        return Counter(self._instances.get(instance, ""), depth or 0, instance)

    def _count(self, found: Counter, levels: Mapping[int, Level]) -> None:
        counts = self._counts[found.abstract]
        override = self._overrides.get(found.instance, {}).get(found.level)
        start = override if isinstance(override, int) else self._level(found, found.level, levels).start
        if override is not None and (found.instance, found.level) not in self._met:
            counts.pop(found.level, None)
        self._met.add((found.instance, found.level))
        counts[found.level] = counts[found.level] + 1 if found.level in counts else start
        for deeper in [level for level in counts if level > found.level]:
            del counts[deeper]

    def _level(self, found: Counter, level: int, levels: Mapping[int, Level]) -> Level:
        override = self._overrides.get(found.instance, {}).get(level)
        return override if isinstance(override, Level) else levels[level]

    def _printed(self, found: Counter, levels: Mapping[int, Level]) -> str | None:
        own = self._level(found, found.level, levels)
        if own.form == "none" and "%" in own.text:
            return None
        if own.form == "bullet":
            return "•"
        label = own.text
        for level in range(found.level + 1):
            if f"%{level + 1}" in label and level in levels:
                above = self._level(found, level, levels)
                count = self._counts[found.abstract].get(level, above.start)
                label = label.replace(f"%{level + 1}", printed_number(count, above.form))
        return label.strip() or None


def printed_number(count: int, form: str) -> str:
    """Return a number in one of Word's forms; digits for a form that is not known."""
    make = _FORMS.get(form)
    return make(count) if make and count > 0 else str(count)


def _letters(alphabet: str) -> Callable[[int], str]:
    return lambda count: alphabet[(count - 1) % len(alphabet)] * ((count - 1) // len(alphabet) + 1)


def _roman(count: int) -> str:
    text = ""
    for value, sign in (*_TENS, *_ROMAN):
        while count >= value:
            text, count = text + sign, count - value
    return text


def _chinese(count: int) -> str:
    if count < _TEN:
        return _CHINESE[count]
    tens, ones = divmod(count, _TEN)
    return f"{_CHINESE[tens] if tens > 1 else ''}十{_CHINESE[ones] if ones else ''}"


_FORMS: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": _letters(_ALPHABET),
    "upperLetter": _letters(_ALPHABET.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "russianLower": _letters(_RUSSIAN),
    "russianUpper": _letters(_RUSSIAN.upper()),
    "arabicAbjad": _letters(_ABJAD),
    "arabicAlpha": _letters(_HIJAI),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "ideographDigital": _chinese,
    "decimalZero": lambda count: f"{count:02d}",
}


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {_integer(attribute(one, "ilvl")): _level(one) for one in abstract if word(one) == "lvl"}


def _level(element: etree._Element) -> Level:
    values = {word(child): attribute(child, "val") for child in element}
    return Level(
        form=values.get("numFmt") or "decimal", text=values.get("lvlText") or "", start=_integer(values.get("start"), 1)
    )


def _integer(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.lstrip("-").isdigit() else default


def _number_of(properties: etree._Element) -> tuple[str | None, int | None] | None:
    number = next((one for one in properties if word(one) == "numPr"), None)
    if number is None:
        return None
    values = {word(child): attribute(child, "val") for child in number}
    level = values.get("ilvl")
    return values.get("numId"), _integer(level) if level is not None else None


def _style_of(properties: etree._Element) -> str | None:
    style = next((one for one in properties if word(one) == "pStyle"), None)
    return attribute(style, "val") if style is not None else None


def _style_numbers(styles: etree._Element | None) -> dict[str, tuple[str, int]]:
    """The list and level of each paragraph style, its own or that of the style it is based on."""
    own: dict[str, tuple[str | None, int | None]] = {}
    based: dict[str, str] = {}
    for style in styles if styles is not None else ():
        if word(style) != "style":
            continue
        name = attribute(style, "styleId") or ""
        for child in style:
            if word(child) == "basedOn":
                based[name] = attribute(child, "val") or ""
            elif word(child) == "pPr" and (number := _number_of(child)):
                own[name] = number
    found = {}
    for name in {*own, *based}:
        instance, level = _inherited(name, own, based)
        if instance is not None:
            found[name] = (instance, level or 0)
    return found


def _inherited(
    name: str, own: Mapping[str, tuple[str | None, int | None]], based: Mapping[str, str]
) -> tuple[str | None, int | None]:
    instance: str | None = None
    level: int | None = None
    for _ in range(_DEEPEST_STYLE):
        number = own.get(name, (None, None))
        instance = instance if instance is not None else number[0]
        level = level if level is not None else number[1]
        name = based.get(name, "")
        if not name:
            break
    return instance, level
