"""The paper kit: role cards, prompt sheets, the recording sheet, and a filled-in sheet read back."""
