"""Writing and choosing in a terminal: the one owner of questionary, and of prompt_toolkit beneath it.

questionary draws one prompt: a text that somebody writes, or a list to choose from. It is kept from its own colours
and signs, from its own words, and from its own Ctrl-C, which prints "Cancelled" and gives nothing back (hence
`unsafe_ask()`): here it means a pause, and what stands on the line is kept.

prompt_toolkit tells which key was pressed, and shows an answer in rows. It is kept from remembering what was written
(the draft does that), from completing words, and from the whole window: a prompt stays where it was asked, to be
scrolled back to.

Both are slow to load. `screen.py` imports this room once the first prompt's words stand on the screen, and the plain
terminal does only on Windows, whose keys prompt_toolkit reads for it as well (`console.py`).
"""
