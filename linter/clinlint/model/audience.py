"""Whom an article is written for."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """Who reads an article: it decides what counts as hard to read.

    ``PATIENT`` stands for people who need the text for their health, whatever their schooling, ``GENERAL`` for
    interested lay people, ``PROFESSIONAL`` for people who work in health care.
    """

    PATIENT = "patient"
    GENERAL = "general"
    PROFESSIONAL = "professional"

    @property
    def highest_grade(self) -> float:
        """The highest school grade (US) that the audience should be asked to read.

        For patients 8: the US National Institutes of Health and the Centers for Disease Control ask for grade 6 to 8,
        the mean reading level of adults. General readers are taken to have finished school (grade 10 leaves room for
        terms), professionals to read what the text for professionals that clinlint's grade was fitted on asks for.
        """
        return {"patient": 8.0, "general": 10.0, "professional": 17.0}[self.value]
