"""How a prompt looks: no colours, since bold alone reads on any background, with any eyes, and under NO_COLOR."""

import questionary

STYLE = questionary.Style(
    [
        ("qmark", "bold"),
        ("question", "bold"),
        ("answer", ""),
        ("pointer", "bold"),
        ("highlighted", "bold"),
        ("selected", ""),
        ("instruction", ""),
        ("bottom-toolbar", "noreverse"),
    ]
)
