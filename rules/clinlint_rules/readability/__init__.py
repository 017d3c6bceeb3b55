"""How hard the article is to read, and what makes it so."""
