"""Comments to clinlint that no longer do what they were written for."""
