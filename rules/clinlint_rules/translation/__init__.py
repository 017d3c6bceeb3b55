"""Residue of the source language and what a machine translated wrong."""
