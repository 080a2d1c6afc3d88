"""Digits in any script: a number is put in the place of another in the script that the text writes."""

import re
import unicodedata

NUMBER = re.compile(r"\d+")


def plain(text: str) -> str:
    """Return the text with every decimal digit in ASCII, character by character.

    >>> plain("٢٠١٨")
    '2018'
    """
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def like(number: str, sample: str) -> str:
    """Return a number in the script of the first digit of a sample; as it is where the sample has none.

    >>> like("2018", "２０")
    '２０１８'
    """
    digit = next((char for char in sample if char.isdecimal()), None)
    if digit is None:
        return number
    zero = ord(digit) - unicodedata.decimal(digit)
    return "".join(chr(zero + int(char)) if char.isdecimal() else char for char in number)


def numbers(text: str) -> list[tuple[re.Match[str], int]]:
    """Return the numbers of a text with where they stand."""
    return [(found, int(plain(found[0]))) for found in NUMBER.finditer(text)]
