"""An answer as a parent reads it: plain paragraphs that stand in any chat window."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from waymark.content.library import Library, Reading
from waymark.content.schema import AgeBand, Answer, Nation, Service, Status

STARTER = (
    "This is starter text from public sources. A safeguarding lead has not approved it yet. "
    "It is not legal advice."
)
DRAFT = "This text is a draft. A safeguarding lead has not approved it yet."
_AGES = {
    AgeBand.UNDER_8: "under 8",
    AgeBand.FROM_8: "of 8 to 10",
    AgeBand.FROM_11: "of 11 to 13",
    AgeBand.FROM_14: "of 14 or 15",
    AgeBand.FROM_16: "of 16 or 17",
}


def answer(
    reading: Reading, library: Library, nation: Nation | None, *, today: date
) -> str:
    """The answer itself: for whom, the short answer, what to do, who can help."""
    blocks = [
        steps_to_take(reading),
        contacts(services(reading.services, library, nation), today),
        elsewhere(reading.answer, nation),
        approval(reading.answer),
    ]
    return "\n\n".join(filter(None, blocks))


def steps_to_take(reading: Reading) -> str:
    """For whom, the short answer, what to do and what not: what must never be cut."""
    blocks = [
        "\n".join(filter(None, [for_whom(reading), reading.short])),
        steps("What to do now:", reading.do_now),
        steps("What not to do:", reading.do_not),
    ]
    return "\n\n".join(filter(None, blocks))


def more(reading: Reading) -> str:
    """What a parent may want to know next."""
    return "\n\n".join(filter(None, [for_whom(reading), reading.more, approval(reading.answer)]))


def sources(reading: Reading) -> str:
    """Where the answer comes from, with the day somebody last looked there."""
    lines = []
    for source in reading.answer.sources:
        line = f"• {source.title} ({source.dated}; checked {day(source.checked)})"
        lines.append(f"{line} {source.url}".rstrip())
    found = "Where this comes from:\n" + "\n".join(lines)
    return "\n\n".join([found, approval(reading.answer)]).strip()


def for_whom(reading: Reading) -> str:
    """`For Scotland, for a child of 11 to 13:`, only where the words were chosen so."""
    parts = []
    if reading.nation:
        parts.append(f"for {reading.nation.value}")
    if reading.age:
        parts.append(f"for a child {_AGES[reading.age]}")
    if not parts:
        return ""
    text = ", ".join(parts)
    return text[0].upper() + text[1:] + ":"


def elsewhere(answer: Answer, nation: Nation | None) -> str:
    """A hint that it is different elsewhere, as long as we do not know where they live."""
    others = [n.value for n in (Nation.WALES, Nation.SCOTLAND, Nation.NORTHERN_IRELAND)
              if n in answer.nations]
    if nation or not others:
        return ""
    home = "England" if Nation.WALES in answer.nations else "England and Wales"
    return f"This is for {home}. It is different in {joined(others, 'and')}: tell me if you live there."


def steps(title: str, lines: Iterable[str]) -> str:
    """A titled list, or nothing."""
    rows = [f"• {line}" for line in lines]
    return "\n".join([title, *rows]) if rows else ""


def services(
    keys: Iterable[str], library: Library, nation: Nation | None
) -> list[Service]:
    """The services by these keys that serve the nation; all of them while it is unknown."""
    found = [library.services[key] for key in keys if key in library.services]
    return [service for service in found if nation is None or nation in service.nations]


def contacts(found: Iterable[Service], today: date, title: str = "Who can help:") -> str:
    """Services with how to reach them.

    A number that nobody has checked for too long is not shown; the web address is.
    """
    return steps(title, [contact(service, today) for service in found])


def contact(service: Service, today: date) -> str:
    """One service in one line."""
    ways = [reach.value for reach in service.reach
            if reach.kind == "web" or not service.stale(today)]
    reach = ": " + " or ".join(ways[:2]) if ways else ""
    return f"{service.name}{reach} ({service.for_.rstrip('.')})"


def approval(answer: Answer) -> str:
    """What the words are worth, said in sight as long as nobody has approved them."""
    return {Status.STARTER: STARTER, Status.DRAFT: DRAFT}.get(answer.status, "")


def day(date_: date) -> str:
    """22 November 2026."""
    return f"{date_.day} {date_:%B %Y}"


def joined(words: list[str], last: str) -> str:
    """`a, b and c`."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""
