"""Applies edits to the author's text, and to nothing else."""
