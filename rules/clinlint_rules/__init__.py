"""clinlint's own rules: one file a rule, one folder a family.

They come to the engine through the entry-point group ``clinlint.rules``, like anyone's. ``figures.json`` holds what
``benchmarks/quality/run.py --write-figures`` measured of them on good text.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from dataclasses import replace
from pathlib import Path

from clinlint.api import GoodTextFigure, Rule


def rules() -> list[Rule]:
    """All rules of this package, in order of module name."""
    figures = json.loads((Path(__file__).parent / "figures.json").read_text(encoding="utf-8"))
    found: list[Rule] = []
    for module in pkgutil.walk_packages(__path__, prefix=f"{__name__}."):
        if module.ispkg:
            continue
        candidate = getattr(importlib.import_module(module.name), "check", None)
        if isinstance(candidate, Rule):
            alarms = figures["alarms"].get(candidate.meta.code)
            figure = None if alarms is None else GoodTextFigure(alarms, figures["words"], figures["text"])
            found.append(replace(candidate, meta=replace(candidate.meta, on_good_text=figure)))
    return found
