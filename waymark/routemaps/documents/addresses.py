"""The pages whose documents are not those of one routemap or step."""

LIMITS = "/time-limits/"
BOOKLET = "/routemaps/"

#: The part of a page that is one side of paper to hand out.
SHEET = "sheet"
