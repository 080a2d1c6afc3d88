"""What a pattern's matches begin with: enough to find them, and None where nothing is sure."""

import pytest

from graph_service.citing.beginnings import beginnings, held


@pytest.mark.parametrize("pattern, words", [
    (r"resolutions?", {"resolution"}),
    (r"(?<![A-Z\d])(?:)(?:(?P<k_0>Resolutions)|(?P<k_1>rec\.?))(?![A-Z])", {"resolution", "rec"}),
    (r"(?:the )?plan of", {"the plan o", "plan of"}),
    (r"[ab]cd", {"acd", "bcd"}),
    (r"(?:ab)+c", {"abab", "abc"}),
    (r"款|条", {"款", "条"}),
    (r"États?(?-i:S)", {"état"}),
    (r"(?!)", set()),
])  # fmt: skip
def test_the_words_that_matches_begin_with(pattern, words):
    found = beginnings(pattern)
    assert found is not None
    assert {word for word in words if not any(word.startswith(one) or one.startswith(word) for one in found)} == set()
    assert {one for one in found if not any(one.startswith(word) for word in words)} == set()


@pytest.mark.parametrize("pattern", [r"第?\s*\d+", r"\w*tion", r"n|nn", r"[^a]b", r".plan", r"(?:plan)?"])
def test_a_pattern_that_does_not_tell(pattern):
    assert beginnings(pattern) is None


@pytest.mark.parametrize("pattern, words", [
    (r"\d+-\w+ commission\w*", {" commissio"}),
    (r"(?:\w+ ){0,2}(?:treaty|law)(?![a-z])", {"treaty", "law"}),
    (r"\w*plans\w*\s+old", {"plans"}),
    (r"\d+|\d+ plans", None),
])  # fmt: skip
def test_the_words_that_matches_hold(pattern, words):
    assert held(pattern) == words
