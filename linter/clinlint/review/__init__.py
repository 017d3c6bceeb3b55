"""What people decided about findings, and how it comes back into the file."""
