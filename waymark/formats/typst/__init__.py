"""The typesetter's side: what runs in the closed room, and its one fixed template.

Nothing here may import the rest of Waymark: in the room there is only `formats`.
"""
