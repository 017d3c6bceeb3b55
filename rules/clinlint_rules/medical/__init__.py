"""Medical safety and style: doses, numbers, claims, advice, words for people and for medicines."""
