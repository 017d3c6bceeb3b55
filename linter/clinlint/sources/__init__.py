"""Where bytes come from (files, standard input, the web), and how they become text."""
