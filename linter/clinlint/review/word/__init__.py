"""The Word file of suggestions: what it remembers of the findings, and how it becomes decisions again."""
