"""What typed words mean while a plan is made. Words are read here and never kept.

In doubt nothing is understood, and we ask once more: a wrong guess could hide a danger.
Where words may mean a danger or none, they mean the danger.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from waymark.plan import forms
from waymark.plan.questions import Question


def plain(words: str) -> str:
    """The words in lower case with straight quotes, without outer signs."""
    folded = " ".join(words.lower().replace("’", "'").replace("‘", "'").split())
    return folded.strip(" .!,;:…-\"'")


def command(words: str) -> str:
    """The step that these words ask for: `stop`, `again`, `show`, `resume`, `skip`, or none."""
    said = plain(words)
    if len(said.split()) > forms.LONGEST_COMMAND:
        return ""
    return next((name for name, form in forms.COMMANDS.items() if re.fullmatch(form, said)), "")


def is_question(words: str) -> bool:
    """Whether these words ask us something."""
    return bool(forms.QUESTION.search(" ".join(words.lower().replace("’", "'").split())))


def is_professional(words: str) -> bool:
    """Whether somebody writes who works with children, and not about a child of their own."""
    said = plain(words)
    return bool(re.search(forms.PROFESSIONAL, said)) and not re.search(forms.OWN_CHILD, said)


def of_another(words: str) -> bool:
    """Whether an age in these words may be that of somebody else than the child."""
    return bool(re.search(forms.OTHER_PERSON, plain(words)))


def reply(words: str, field: str, question: Question, ages: Sequence[int]) -> str | None:
    """The value that these words mean as a reply to the question for `field`.

    `ages`: the children's ages that were found in them.
    """
    said = plain(words)
    label = _label(said, question)
    if label:
        return label
    if field == "age":
        return _age(said, ages)
    if re.fullmatch(forms.UNSURE, said):
        return "unknown"
    return _READERS[field](said) if field in _READERS else None


def volunteered(words: str, *, ages: bool) -> dict[str, str]:
    """What these words say for certain without being asked.

    `ages`: an age of 18 or more is that of an adult who is part of it, not of the child.
    """
    said = plain(words)
    found: dict[str, str] = {}
    if re.search(forms.ADULT_NO, said) and "adult" in said:
        found["adult"] = "no"
    elif re.search(forms.SAYS_ADULT, said) or (ages and re.search(forms.SAYS_GROWN_AGE, said)):
        found["adult"] = "yes"
    if re.search(forms.NO_THREATS, said):
        found["threats"] = "no"
    elif re.search(forms.SAYS_THREATS, said):
        found["threats"] = "yes"
    if re.search(forms.SAYS_NO_SPREAD, said):
        found["spread"] = "no"
    elif re.search(forms.SAYS_SPREAD, said):
        found["spread"] = "yes"
    if _found_low(said):
        found["mood"] = "very low"
    if forms.REALLY.search(said):
        what = _what(said)
        found |= {"what": what} if what not in (None, "threatened", "spreading") else {}
    return found


def _label(said: str, question: Question) -> str | None:
    for option in question.all_options:
        if said == plain(option.label):
            return option.value
    return None


def _age(said: str, ages: Sequence[int]) -> str | None:
    """A band: of several children the youngest counts."""
    years = list(ages) or [int(one) for one in re.findall(rf"(?<!\d){forms.YOUNG_AGE}(?!\d)", said)]
    if re.search(r"\b(?:toddler|nursery|reception|infant|under (?:8|eight))\b", said):
        return "under 8"
    if years and not re.search(r"\b\d{3,}\b", said):
        return _band(min(years))
    return "unknown" if re.fullmatch(forms.UNSURE, said) else None


def grown_up(words: str) -> bool:
    """Whether an age of 18 or more is named."""
    return bool(re.search(forms.GROWN_AGE, plain(words)))


def _band(years: int) -> str:
    bands = ((16, "16-17"), (14, "14-15"), (11, "11-13"), (8, "8-10"))
    return next((band for start, band in bands if years >= start), "under 8")


def _adult(said: str) -> str | None:
    if re.search(forms.GROWN_AGE, said):
        return "yes"
    if re.search(forms.ADULT_NO, said):
        return "no"
    if re.search(forms.ADULT_UNSURE, said):
        return "unknown"
    if re.search(forms.ADULT_YES, said) and not re.search(forms.NO, said):
        return "yes"
    return "no" if re.search(forms.YOUNG_AGE, said) else _yes_or_no(said)


def _threats(said: str) -> str | None:
    if re.search(forms.PAID, said):
        return "paid"
    if re.search(forms.NO_THREATS, said):
        return "no"
    if re.search(forms.THREATS, said) and not re.search(forms.NO, said):
        return "yes"
    return _yes_or_no(said)


def _spread(said: str) -> str | None:
    if re.search(forms.NO_SPREAD, said):
        return "no"
    if re.search(forms.SPREAD, said) and not re.search(forms.NO, said):
        return "yes"
    return _yes_or_no(said)


def _mood(said: str) -> str | None:
    if _found_low(said):
        return "very low"
    if re.search(forms.UPSET, said):
        return "upset"
    return "ok" if re.search(forms.OK, said) else None


def _found_low(said: str) -> bool:
    return any(not forms.NOT_BEFORE.search(said[:match.start()]) for match in re.finditer(forms.VERY_LOW, said))


def _what(said: str) -> str | None:
    return next((value for value, form in forms.WHAT if re.search(form, said)), None)


def _yes_or_no(said: str) -> str | None:
    if re.search(forms.NO, said):
        return "no"
    return "yes" if re.search(forms.YES, said) else None


_READERS = {"what": _what, "adult": _adult, "threats": _threats, "spread": _spread, "mood": _mood}
