"""Facts of a whole page: who wrote and reviewed it, when, from what, and what its head and markup say."""
