"""Who does what to whom: roles and properties that translation has swapped."""
