"""Word's format (ECMA-376, ISO/IEC 29500, in both sets of namespaces)."""
