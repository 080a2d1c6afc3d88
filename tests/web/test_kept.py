"""What is counted over the whole store is counted once a version."""

from graph_service.web.kept import Kept


def test_a_value_is_made_once_for_each_version_of_the_store() -> None:
    kept, made = Kept(), []

    def ask(version: str) -> int:
        return kept.of(version, "texts", lambda: made.append(version) or len(made))

    assert [ask("a"), ask("a"), ask("b"), ask("b"), ask("a")] == [1, 1, 2, 2, 3]
    assert made == ["a", "b", "a"]


def test_names_do_not_get_in_each_others_way() -> None:
    kept = Kept()
    assert kept.of("a", "one", lambda: 1) == 1
    assert kept.of("a", "two", lambda: 2) == 2
    assert kept.of("a", "one", lambda: 3) == 1
