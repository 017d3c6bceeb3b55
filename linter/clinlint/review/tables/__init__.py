"""Decisions in tables: what a row holds, and how it becomes a decision again."""
