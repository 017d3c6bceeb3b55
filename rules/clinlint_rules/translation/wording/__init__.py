"""Wrong words: the sense, the phrase or the role that a machine picked wrongly."""
