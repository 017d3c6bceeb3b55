"""From documents and rules to diagnostics."""
