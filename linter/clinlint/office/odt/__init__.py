"""The format of LibreOffice (ODF, ISO/IEC 26300)."""
