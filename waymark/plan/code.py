"""A plan's address: the chosen kinds as five letters, so that nothing has to be stored.

The values in `situation.py` and their order are part of the code. Raise `VERSION` whenever
they change: old addresses are then refused kindly instead of showing another plan.
"""

from __future__ import annotations

from typing import Any

from waymark.plan.situation import FIELDS, Situation

VERSION = 1
LENGTH = 5
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_ALIKE = str.maketrans("oil", "011")
_CHECK = 97
"""A prime, so that nearly every slip of the finger is no plan rather than another one."""


class NoSuchPlan(Exception):
    """A code that stands for no plan: mistyped, or of an older version."""


def encode(situation: Situation) -> str:
    """The code of a situation: `LENGTH` letters and digits."""
    index = 0
    for name, kind in FIELDS.items():
        index = index * len(kind) + list(kind).index(getattr(situation, name))
    number = index * _CHECK + _check(index)
    signs = [LETTERS[number >> 5 * place & 31] for place in range(LENGTH)]
    return "".join(reversed(signs))


def decode(code: str) -> Situation:
    """The situation of a code. Raises `NoSuchPlan`."""
    plain = code.lower().translate(_ALIKE)
    if len(plain) != LENGTH or not set(plain) <= set(LETTERS):
        raise NoSuchPlan("has other signs than a code has")
    number = 0
    for sign in plain:
        number = number << 5 | LETTERS.index(sign)
    index, check = divmod(number, _CHECK)
    if check != _check(index):
        raise NoSuchPlan("is mistyped, or of an older version")
    found: dict[str, Any] = {}
    for name, kind in reversed(FIELDS.items()):
        index, place = divmod(index, len(kind))
        found[name] = list(kind)[place]
    if index:
        raise NoSuchPlan("is too high")
    return Situation(**found)


def _check(index: int) -> int:
    return (index * 53 + VERSION * 31) % _CHECK
