"""clinlint's own rules: one file a rule, one folder a family.

They come to the engine through the entry-point group ``clinlint.rules``, like anyone's.
"""

from __future__ import annotations

import importlib
import pkgutil

from clinlint.api import Rule


def rules() -> list[Rule]:
    """All rules of this package, in order of module name."""
    found: list[Rule] = []
    for module in pkgutil.walk_packages(__path__, prefix=f"{__name__}."):
        if module.ispkg:
            continue
        candidate = getattr(importlib.import_module(module.name), "check", None)
        if isinstance(candidate, Rule):
            found.append(candidate)
    return found
