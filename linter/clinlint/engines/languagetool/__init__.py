"""Grammar by LanguageTool: installed on demand, one server for all runs, results remembered by block."""
