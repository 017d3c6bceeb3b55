"""Readability: prose as the formulas take it, syllables, the formulas themselves, and what a document comes to."""
