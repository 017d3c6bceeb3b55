"""One supervised server for each user and grammar, shared by all runs."""
