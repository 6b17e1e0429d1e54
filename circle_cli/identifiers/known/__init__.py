"""What is known: the cast, codes, dates, numbers, places, titles, writers, rare facts."""
