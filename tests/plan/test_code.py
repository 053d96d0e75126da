"""A plan's address is its facts: nothing is stored, and a slip of the finger shows no other plan."""

from __future__ import annotations

from itertools import product

import pytest

from waymark.plan.code import LENGTH, LETTERS, NoSuchPlan, decode, encode
from waymark.plan.situation import FIELDS, Situation


def test_every_plan_has_a_code_of_its_own() -> None:
    """Each combination of facts comes back from its code, and no two share one."""
    codes = set()
    for facts in product(*FIELDS.values()):
        situation = Situation(*facts)
        code = encode(situation)
        assert len(code) == LENGTH and decode(code) == situation
        codes.add(code)
    assert len(codes) == 47_520


def test_a_code_may_be_read_out_loud() -> None:
    """Capitals, and O for 0 and l for 1, are understood."""
    code = next(code for facts in product(*FIELDS.values())
                if {"0", "1"} <= set(code := encode(Situation(*facts))))
    spoken = code.upper().replace("0", "O").replace("1", "L")
    assert decode(spoken) == decode(code)


@pytest.mark.parametrize("code", [
    "", "0", "00000000", "abc/d", "../..", "zzzzz", "ab cd", "äöüß0", "%00%00", "<script>", "12345"])
def test_what_is_no_code_is_refused(code: str) -> None:
    """Anything else is no plan."""
    with pytest.raises(NoSuchPlan):
        decode(code)


def test_a_slip_of_the_finger_is_mostly_noticed() -> None:
    """Of all codes with one wrong sign, fewer than one in twenty stands for another plan."""
    right = encode(Situation())
    wrong = [right[:n] + sign + right[n + 1:] for n in range(LENGTH) for sign in LETTERS
             if sign != right[n]]
    taken = 0
    for code in wrong:
        try:
            decode(code)
            taken += 1
        except NoSuchPlan:
            pass
    assert taken / len(wrong) < 0.05
