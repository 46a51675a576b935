"""Records in the shapes that others are given: the API's, and the download's."""
