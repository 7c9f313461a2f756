"""The live preview: one page when it is asked for, every save on screen at once."""
