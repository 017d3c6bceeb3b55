"""What the source language left behind in the English text: suffixes, letters, words, bytes, numbers, quotes."""
