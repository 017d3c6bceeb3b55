"""Changes the author's file, and nothing in it but what a fix names.

``fix.fix`` makes all fixes of a level, to a fixed point; ``changes.make_changes`` makes exactly the changes that it is
given (with ``own_words.in_own_words`` for what a person wrote instead). Both return the new file in memory and never
write; ``write.write_atomically`` does. The guard holds back what would change a fact or the article's structure.
"""
