"""What to do if you are unhappy: one page, led to from every public page."""
