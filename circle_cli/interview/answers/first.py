"""The key of the very first answer; alone here, so that its prompt stands on the screen before anything is loaded."""

TITLE_KEY = "title"
