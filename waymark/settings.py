"""Settings: read once, typed, unknown names refused. Each is a variable WAYMARK_NAME."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from pydantic import BaseSettings, Extra, Field, ValidationError

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "WAYMARK_"


class SettingsError(Exception):
    """A setting is unknown or has a value that cannot be used; says which and why."""


class Settings(BaseSettings):
    """Where things are and how the service listens. Defaults suit one small machine."""

    content: Path = Field(ROOT / "content", description="the answers")
    private: Path = Field(ROOT / ".waymark", description="what set-up brings and may rebuild")
    models: Path | None = Field(None, description="encoder and spaCy model, if kept elsewhere")
    trained: Path = Field(ROOT / "models", description="trained Rasa models")
    uv: str = Field(str(ROOT / ".waymark/uv/bin/uv"), description="the uv that set-up brought")
    host: str = Field("127.0.0.1", description="address to listen on; loopback by default")
    port: int = Field(5005, ge=1, le=65535)
    address: str = Field("", description="how parents reach us, https://..., for links in words")
    threads: int = Field(2, ge=1, le=64, description="threads of the sentence encoder")
    tracker_store: str = Field("memory", description="where conversations are kept: memory")

    class Config:
        env_prefix = PREFIX
        extra = Extra.forbid

    @property
    def public_address(self) -> str:
        """The beginning of a link to one of our pages."""
        return self.address.rstrip("/") or f"http://{self.host}:{self.port}"

    @property
    def models_folder(self) -> Path:
        return self.models or self.private / "models"

    @property
    def cache(self) -> Path:
        return self.private / "cache"


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process. Raises `SettingsError` naming what is wrong."""
    known = {f"{PREFIX}{name.upper()}" for name in Settings.__fields__}
    unknown = [n for n in os.environ if n.upper().startswith(PREFIX) and n.upper() not in known]
    if unknown:
        raise SettingsError(
            f"unknown setting {', '.join(sorted(unknown))}: known are {', '.join(sorted(known))}"
        )
    try:
        return Settings()
    except ValidationError as error:
        faults = [f"{PREFIX}{str(f['loc'][0]).upper()} {f['msg']}" for f in error.errors()]
        raise SettingsError("; ".join(faults)) from error
