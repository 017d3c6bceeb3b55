"""The article as a Word file, with the suggestions as tracked changes and the reasons as comments."""

from clinlint.reports.docx.report import open_report

__all__ = ["open_report"]
