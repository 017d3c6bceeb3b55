"""The types that everything else speaks in."""
