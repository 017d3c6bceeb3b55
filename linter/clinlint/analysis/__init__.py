"""What is computed from a document once and read by many rules."""
