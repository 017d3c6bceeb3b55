"""Engines that are programs of their own, beside clinlint's rules."""
