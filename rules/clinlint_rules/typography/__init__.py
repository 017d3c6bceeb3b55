"""Spaces, marks and quotes."""
