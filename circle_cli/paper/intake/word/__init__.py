"""A Word file that may be our sheet: opened without harm, and read whoever has edited and saved it."""
