"""Installs LanguageTool: the only part of clinlint's engines that downloads anything."""
