"""What is written everywhere and names nobody: laws, posts and services that every authority has, shorthand."""
