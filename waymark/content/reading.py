"""Reads one content file and, where it is wrong, says the line, the fault and the cure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from waymark.content.schema import Part

Loc = tuple[int | str, ...]
Model = TypeVar("Model", bound=Part)


@dataclass(frozen=True, order=True)
class Complaint:
    """Something wrong in a content file: where it is, what it is, how to mend it.

    A `warning` is worth a look but stops nothing.
    """

    file: str
    line: int
    text: str
    warning: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {'worth a look: ' if self.warning else ''}{self.text}"


@dataclass(frozen=True)
class Page:
    """A content file as it was read: the data, and the line on which each part stands."""

    file: str
    data: dict[str, Any]
    lines: dict[Loc, int]

    def line(self, *loc: int | str) -> int:
        """The line of a part, or of the nearest part around it that has one."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)

    def complaint(self, text: str, *loc: int | str, warning: bool = False) -> Complaint:
        return Complaint(self.file, self.line(*loc), text, warning)


class Unreadable(Exception):
    """A content file that cannot be used; `complaints` says why, line by line."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__("\n".join(str(complaint) for complaint in complaints))
        self.complaints = complaints


class _PlainLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML as staff expect it: `no` stays a word, and a name stands only once."""


_PlainLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_page(path: Path, root: Path) -> Page:
    """Read a file into data with line numbers. Raises `Unreadable`."""
    name = path.relative_to(root.parent).as_posix()
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable([Complaint(name, 1, "is not plain UTF-8 text: save it again as UTF-8")]) \
            from error
    try:
        loader = _PlainLoader(text)
        node = loader.get_single_node()
        data: dict[str, Any] = loader.construct_document(node) if node else {}
    except (yaml.YAMLError, ValueError) as error:
        raise Unreadable([_syntax(name, text, error)]) from error
    if not isinstance(node, yaml.MappingNode):
        raise Unreadable([Complaint(name, 1, "has no parts: begin with `title:` (see GUIDE.md)")])
    lines: dict[Loc, int] = {}
    twice: list[Complaint] = []
    _walk(node, (), lines, twice, name)
    if twice:
        raise Unreadable(twice)
    return Page(name, data, lines)


def parse(page: Page, model: type[Model], key: str) -> Model:
    """Make an answer or a service of a page. Raises `Unreadable`."""
    try:
        return model(key=key, **page.data)
    except ValidationError as error:
        raise Unreadable([_fault(page, fault) for fault in error.errors()]) from error
    except TypeError as error:
        raise Unreadable([page.complaint("has a part named `key`: delete it")]) from error


def _syntax(name: str, text: str, error: Exception) -> Complaint:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    if "\t" in text:
        line = next(n for n, row in enumerate(text.split("\n"), 1) if "\t" in row)
        return Complaint(name, line, "has a Tab: use spaces at the start of a line")
    problem = getattr(error, "problem", None) or str(error)
    return Complaint(
        name,
        line,
        f"cannot be read ({problem}). Look at this line and the one before: is a colon, a dash "
        'or a space missing? A line with a colon in its words needs "double quotes" around it',
    )


def _walk(
    node: yaml.Node, loc: Loc, lines: dict[Loc, int], twice: list[Complaint], name: str
) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*loc, key.value)
            if here in lines:
                text = f"has `{key.value}` twice: keep one (the first is on line {lines[here]})"
                twice.append(Complaint(name, key.start_mark.line + 1, text))
            lines[here] = key.start_mark.line + 1
            _walk(value, here, lines, twice, name)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            here = (*loc, number)
            lines[here] = value.start_mark.line + 1
            _walk(value, here, lines, twice, name)


_CURES = {
    "value_error.missing": "is missing: add it (see GUIDE.md)",
    "value_error.extra": "is no part of this kind of file: is it misspelt? (see GUIDE.md)",
    "type_error.none.not_allowed": "is empty: write something after the colon",
    "value_error.date": "is no date: write it as 2026-11-22",
    "type_error.str": "is not words: put it in \"double quotes\"",
    "type_error.tuple": "is not a list: begin each of its lines with two spaces, a dash, a space",
}


def _fault(page: Page, fault: dict[str, Any]) -> Complaint:
    loc = tuple(part for part in fault["loc"] if part != "__root__")
    where = _name(loc)
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "value_error.any_str.max_length":
        text = f"is too long: at most {context['limit_value']} letters"
    elif kind == "value_error.any_str.min_length":
        text = "is too short: write at least a word"
    elif kind.startswith(("value_error.list", "value_error.tuple")):
        text = f"has the wrong number of lines ({fault['msg']})"
    elif kind == "type_error.enum":
        choices = ", ".join(member.value for member in context["enum_values"])
        text = f"is not one of: {choices}"
    elif kind.startswith("type_error") and kind not in _CURES:
        text = f"is not what belongs here ({fault['msg']})"
    else:
        text = _CURES.get(kind, fault["msg"])
    return page.complaint(f"{where} {text}".strip(), *loc)


def _name(loc: Loc) -> str:
    """`("variants", 0, "short")` as a person would say it: `short` of variants 1."""
    if not loc:
        return "the file"
    outer = [f"{loc[i]} {int(loc[i + 1]) + 1}" for i in range(len(loc) - 1)
             if isinstance(loc[i + 1], int)]
    last = loc[-1] if not isinstance(loc[-1], int) else None
    if last is None:
        return outer[-1]
    return f"`{last}`" + (f" of {outer[-1]}" if outer else "")
