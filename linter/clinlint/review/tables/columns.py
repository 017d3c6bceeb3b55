"""The columns of a table of suggestions, by the heads that people see."""

from __future__ import annotations

ID = "Id"
WHERE = "Where"
SEVERITY = "Severity"
SENTENCE = "Sentence"
MARKED = "Marked words"
RULE = "Rule"
WHY = "Why"
SOURCE_WORD = "Source word"
PROPOSAL = "Proposal"
DECISION = "Decision"
COMMENT = "Comment"
MACHINE = "clinlint"
"""The last column of a CSV file, for the way back; in a workbook it is a hidden sheet."""

COLUMNS = (ID, WHERE, SEVERITY, SENTENCE, MARKED, RULE, WHY, SOURCE_WORD, PROPOSAL, DECISION, COMMENT)
NEEDED = (ID, PROPOSAL, DECISION)
"""Without these a table cannot be read; the others may be deleted."""

SHEET = "Suggestions"
HELP_SHEET = "Read me"
FACTS_SHEET = "clinlint"
YOUR_NAME = "Your name"

DELETE = "[delete]"
"""What stands in the proposal when the marked words are to go; an empty cell may be an accident."""
