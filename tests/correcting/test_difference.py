"""The unified diff is the one that difflib makes."""

from difflib import unified_diff

from hypothesis import given
from hypothesis import strategies as st

from graph_service.correcting.difference import unified

LINES = st.lists(st.sampled_from(["a", "b", "c d", "", "é"]), max_size=30)


@given(LINES, st.sets(st.integers(0, 29)), st.booleans())
def test_lines_that_belong_together_give_the_diff_of_difflib(lines, changed, ends):
    old = [f"{number} {line}\n" for number, line in enumerate(lines)]
    new = [f"changed {line}" if number in changed else line for number, line in enumerate(old)]
    if not ends and old:
        old[-1], new[-1] = old[-1].rstrip("\n"), new[-1].rstrip("\n")
    expected = list(unified_diff(old, new, fromfile="x", tofile="x (corrected)"))
    marked = "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in expected)
    assert unified("".join(old), "".join(new), "x") == marked


def test_a_line_that_is_joined_to_the_next_is_searched_for():
    assert unified("a\nb\nc\n", "a\nb c\n", "x").splitlines()[2:] == ["@@ -1,3 +1,2 @@", " a", "-b", "-c", "+b c"]
