"""A hash of our own code, so that a cache knows when how we learn has changed."""

from __future__ import annotations

import hashlib
import inspect
from types import ModuleType


def source_hash(*modules: ModuleType) -> str:
    """One hash for the source of some modules."""
    digest = hashlib.sha256()
    for module in modules:
        digest.update(inspect.getsource(module).encode())
    return digest.hexdigest()
