"""Whether a whole article is an unedited machine translation."""
