"""Frozen values of many fields, made at the price of open ones: extraction makes some thousands a second of them.

The ``__init__`` of a frozen dataclass sets each field past its own guard, which takes four times as long.
"""

from dataclasses import field, fields, make_dataclass
from typing import Any, TypeVar, cast

T = TypeVar("T")


def maker(frozen: type[T]) -> type[T]:
    """Return what makes the values of a frozen dataclass with slots: called as the class is, with the same result.

    It is a class of the same slots without the guard, and gives its values the frozen class when all fields are set.
    """

    def freeze(self: Any) -> None:  # noqa: ANN401 - of the open class until this line has run
        self.__class__ = frozen

    known = [(one.name, one.type, field(default=one.default)) for one in fields(cast("Any", frozen))]
    open_one: Any = make_dataclass(frozen.__name__, known, kw_only=True, namespace={"__post_init__": freeze})
    unguarded = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    own = {"__slots__": (), "__init__": open_one.__init__, "__post_init__": freeze, **unguarded}
    return type(frozen.__name__, (frozen,), own)
