"""Merging by meaning: two versions of one record become one, in which no word of either is lost."""
