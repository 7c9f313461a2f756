"""Cards: pictures with a title or with a person's words, for link previews and for posts."""
