"""What is printed, before it becomes a file: cards, prompts, the recording sheet, takeaways."""
