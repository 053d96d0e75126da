"""The help near one family as a parent reads it, made of the content and of the list of councils."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from waymark.content import letter
from waymark.content.library import Library
from waymark.content.programme import Programme
from waymark.content.schema import Nation, Service
from waymark.dialogue.local import phrases
from waymark.places import Authority

KEY = "support/local"
EARLY_HELP = "support/early_help"
GATEWAY, COUNCIL = "ni_gateway", "council_social_care"

MOST_SERVICES = 6
OWN_NEEDS = frozenset(("parent_support", "child_support", "talk", "local"))
"""Needs for which a service of one nation alone is named beside the others."""


def name(authority: Authority) -> str:
    """`Cheshire East`, `Bristol`, `Lisburn and Castlereagh (Lisburn)`: short enough for a button."""
    plain, _, part = authority.label.split(" (")[0].partition(": ")
    return f"{plain} ({part})" if part else plain


def page(library: Library, authority: Authority, *, today: date) -> str:
    """Council or Trust, police, what to do, what runs locally, whom to call, and how old it is."""
    nation = Nation(authority.nation)
    running = programmes(library, authority, today)
    found = [s for s in national(library, nation) if s.key not in (GATEWAY, COUNCIL)]
    if nation is Nation.ENGLAND and COUNCIL in library.services:
        found.insert(1, library.services[COUNCIL])
    reading = library.words(KEY, nation, None)
    blocks = [
        phrases.NEAR.format(name=name(authority)) + ":",
        _authority(library, authority, today),
        phrases.POLICE.format(name=authority.police_force),
        letter.steps(phrases.STEPS, reading.do_now),
        letter.contacts(found, today, phrases.SERVICES),
        _early_help(library, nation),
        letter.steps(phrases.PROGRAMMES, map(_programme, running)),
        phrases.CHECKED.format(day=letter.day(_oldest(found, running))),
        letter.approval(reading.answer),
    ]
    return "\n\n".join(filter(None, blocks))


def national(library: Library, nation: Nation | None) -> list[Service]:
    """The services of the answer for a nation, and those that are for that nation alone."""
    keys = library.words(KEY, nation, None).services
    found = letter.services(keys, library, nation)
    if nation:
        found += [s for s in library.services.values()
                  if s.nations == (nation,) and OWN_NEEDS & set(s.needs) and s.key not in keys]
    return found[:MOST_SERVICES]


def programmes(library: Library, authority: Authority, today: date) -> list[Programme]:
    """What runs there, as far as somebody has looked lately; the council's own first."""
    found = [one for one in library.programmes.values()
             if one.serves(authority) and not one.stale(today)]
    return sorted(found, key=lambda one: not one.authorities)


def sources(library: Library, authority: Authority, today: date) -> str:
    """Where the local part comes from."""
    whose = authority.trust or authority.official_name
    lines = [f"{whose}: {_address(authority)}"]
    for one in programmes(library, authority, today):
        lines += [f"{source.title} ({source.dated}; checked {letter.day(source.checked)}) "
                  f"{source.url}".rstrip() for source in one.sources]
    return letter.steps(phrases.SOURCES, dict.fromkeys(lines))


def gateway_number(service: Service, authority: Authority, today: date) -> str:
    """The Gateway team's number of one Trust, or nothing.

    The service says in its words in which order its numbers stand; where the names of the
    Trusts there and the numbers are not equally many, none is given rather than a wrong one.
    """
    trusts = re.findall(r"\b(Belfast|Northern|South Eastern|Southern|Western)\b", service.what)
    numbers = [reach.value for reach in service.reach if reach.kind == "phone"]
    if service.stale(today) or len(trusts) != len(numbers) or len(set(trusts)) != len(trusts):
        return ""
    by_trust: dict[str, str] = dict(zip(trusts, numbers, strict=True))
    return by_trust.get(authority.trust.removesuffix(" HSC Trust"), "")


def _authority(library: Library, authority: Authority, today: date) -> str:
    lines = [_address(authority)]
    body = authority.childrens_services_body
    if not authority.trust:
        first = phrases.COUNCIL.format(name=" ".join(authority.official_name.split()))
        return "\n".join([first, *([phrases.RUN_BY.format(body=body)] if body else []), *lines])
    service = library.services.get(GATEWAY)
    number = gateway_number(service, authority, today) if service else ""
    if number:
        lines.append(phrases.GATEWAY.format(trust=authority.trust, number=number))
    return "\n".join([phrases.TRUST.format(name=authority.trust), *lines])


def _address(authority: Authority) -> str:
    """The web address with how it came to us, so that parents know what it is worth."""
    found = re.search(r"\b(\d{4})(?:-(\d{2}))?\b", authority.url_source)
    if not found:
        return f"{authority.url} {phrases.UNLISTED}"
    year, month = int(found[1]), int(found[2] or 0)
    listed = f"{date(year, month, 1):%B %Y}" if month else str(year)
    return f"{authority.url} {phrases.LISTED.format(month=listed)}"


def _early_help(library: Library, nation: Nation) -> str:
    """What it is called there and what it is, in the words of its own answer."""
    if EARLY_HELP not in library.answers:
        return ""
    sentences = re.split(r"(?<=[.])\s+", library.words(EARLY_HELP, nation, None).short)
    return " ".join(sentences[:2])


def _programme(one: Programme) -> str:
    return phrases.REPORTED.format(
        title=one.title, by=one.by, year=one.reported, what=one.what, ask=one.ask)


def _oldest(found: list[Service], running: list[Programme]) -> date:
    return min(_checked(found, running), default=date.min)


def _checked(found: list[Service], running: list[Programme]) -> Iterator[date]:
    yield from (service.checked for service in found)
    yield from (source.checked for one in running for source in one.sources)
