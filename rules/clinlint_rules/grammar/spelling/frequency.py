"""How common a word is: the word lists of wordfreq (Robyn Speer; code Apache-2.0, data CC BY-SA 4.0).

wordfreq is installed with the extra ``languagetool`` and not copied. Its lists were closed in 2021 on purpose and will
not change, which suits a policy that must judge the same text the same way every time.
"""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=50_000)
def zipf(word: str) -> float:
    """Frequency on the Zipf scale (log10 of occurrences in a thousand million words); 0 when it is not listed.

    Raises:
        ModuleNotFoundError: when wordfreq is not installed.
    """
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, "en", wordlist="large"))
