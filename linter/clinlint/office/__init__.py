"""Files of word processors: archives of XML, read with the place of every word, and written back part by part.

``opening.opened`` makes a ``Source`` of the bytes; ``docx`` and ``odt`` find its paragraphs; ``writing`` puts edits
into the archive. Nothing is unpacked to the disk, and no entity, link or macro of a file is followed.
"""
