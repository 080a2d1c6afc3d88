"""YAML text as plain values: by a fast parser, or by PyYAML's where the text has what the fast one lets pass."""

import re

import yaml
import yaml_rs

_CONTROLS = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0D})
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MARKS = ("!", "&", "*")
_SPECIAL = re.compile(r"(?m)(?:^|[\s,:\[{-])[!&*]\S")
"""A tag, an anchor or an alias: rare in records, and where the fast parser is less strict than PyYAML's."""


class NotYamlError(ValueError):
    """Raised for text that is no YAML; its text says why and where."""


def decoded(data: bytes) -> str:
    """Return the text of a file. Raise NotYamlError for one that is not UTF-8 or has control characters."""
    if len(data.translate(None, _CONTROLS)) != len(data):
        control = _CONTROL.search(data)
        line = data.count(b"\n", 0, control.start() if control else 0) + 1
        raise NotYamlError(f"a control character in line {line}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotYamlError(f"it is not UTF-8 (byte {error.start})") from error


def parse_yaml(text: str) -> object:
    """Return the value of YAML text. Raise NotYamlError for anything else."""
    return _strictly(text) if is_special(text) else _fast(text)


def is_special(text: str) -> bool:
    """Whether text may have a tag, an anchor or an alias."""
    has_mark = text.startswith(_MARKS) or any(f" {mark}" in text or f"\n{mark}" in text for mark in _MARKS)
    return has_mark and _SPECIAL.search(text) is not None


def _fast(text: str) -> object:
    try:
        found: object = yaml_rs.loads(text, parse_datetime=False)
    except ValueError as error:
        raise NotYamlError(_words(error)) from error
    return found


def _strictly(text: str) -> object:
    try:
        found: object = yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise NotYamlError(_words(error)) from error
    return found


def _words(error: Exception) -> str:
    """The parser's words on one line."""
    return "it is no YAML: " + " ".join(str(error).split())[:200]
