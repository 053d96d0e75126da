"""`GET /plan/<code>`: a plan to print or save. The code is the plan; nothing is stored."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from waymark.live import shelf
from waymark.plan import folder, page
from waymark.plan.code import NoSuchPlan, decode
from waymark.settings import settings

PREFIX = "/plan"


class PageChannel(InputChannel):
    """No channel to talk through: Rasa mounts routes through channels, so this is one."""

    @classmethod
    def name(cls) -> str:
        return "pages"

    def url_prefix(self) -> str:
        return PREFIX

    def blueprint(
        self, on_new_message: Callable[[UserMessage], Awaitable[Any]]
    ) -> Blueprint:
        routes = Blueprint("waymark_pages")

        @routes.route("/<code:str>", methods=["GET"])
        async def plan(request: Request, code: str) -> HTTPResponse:
            return show(code)

        return routes


def show(code: str) -> HTTPResponse:
    """The page of a plan, or a kind page with status 404."""
    plans = folder.shelf(settings().content).current
    try:
        body = page.plan_page(decode(code), plans, shelf().library, today=date.today())
        status = 200
    except NoSuchPlan:
        body, status = page.missing_page(plans, shelf().library, today=date.today()), 404
    return response.html(body, status=status, headers=headers())


def headers() -> dict[str, str]:
    """Keep the page out of caches, frames, search and other sites' logs."""
    return {
        "Cache-Control": "no-store",
        "Content-Security-Policy": page.policy(),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "X-Robots-Tag": "noindex, nofollow",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def address(code: str) -> str:
    """Where a plan's page is found."""
    return f"{settings().public_address}{PREFIX}/{code}"
