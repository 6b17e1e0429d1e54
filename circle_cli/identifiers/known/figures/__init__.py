"""What stands in figures: codes, dates, times, ages, and numbers that only count something."""
