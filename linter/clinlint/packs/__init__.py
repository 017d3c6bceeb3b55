"""Declarative rule packs: TOML files of patterns, what to write instead, and why."""
