"""Rasa actions in this process: no second server, no HTTP, no schema of JSON between.

`rasa run actions` works as ever; this is what the launcher uses instead.
"""

from __future__ import annotations

from typing import Any

from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor


class InProcessActions(EndpointConfig):
    """An action endpoint whose request is a function call."""

    def __init__(self, package: str = "actions") -> None:
        super().__init__(url="in-process", enable_selective_domain=True)
        self._executor = ActionExecutor()
        self._executor.register_package(package)

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> dict[str, Any] | None:
        """Run the action that the call in `json` names; what it returns is Rasa's to check."""
        result: dict[str, Any] | None = await self._executor.run(kwargs["json"])
        return result
