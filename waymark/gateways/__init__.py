"""The only room that talks to the network. It decides nothing about what it carries."""
