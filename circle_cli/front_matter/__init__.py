"""YAML and front matter, as this project reads and writes them: the one owner of PyYAML and python-frontmatter.

python-frontmatter parts the head of a file from its body, and no more. It is kept from the blank lines and spaces of
the body, which it would eat, and from reading and writing the head: it would put the keys into another order, drop
comments, and keep the last of two keys in silence.

PyYAML gives nodes with their lines. It is kept from guessing types (`no` read as False, `12:30` as 750), from aliases
and tags, and from writing what sessions and learning points hold: our own spelling makes the same values the same
bytes. It writes only what people are to change by hand, such as a `mkdocs.yml`.
"""
