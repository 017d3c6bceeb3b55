"""Sentences that translation broke, seen through their part-of-speech tags."""
