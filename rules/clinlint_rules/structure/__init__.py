"""Lists, brackets, endings, headings and teasers."""
