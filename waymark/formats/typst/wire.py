"""How a document goes into the closed room and how the answer comes out.

A document is its length in four bytes, then JSON. An answer is one byte for how it
went, the seconds of the processor used so far, the mebibytes of memory held and a
length, then the PDF or the words.
"""

import struct

ASKED = struct.Struct(">I")
ANSWER = struct.Struct(">cfII")

MADE, FAILED = b"P", b"F"
