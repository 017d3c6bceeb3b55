"""Tells an article from the page around it."""
