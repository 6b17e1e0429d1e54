"""Words that earlier sheets were printed with: they are read like those of today."""

TITLES = (
    ("barriers", "How did I get past the hard parts?"),
    ("safety", "How did it, or could it, help someone to be safer?"),
    ("theory", "Which theory or research helps me explain it?"),
    ("learning", "What can I learn from it?"),
    ("actions", "How can I make it happen again?"),
    ("frameworks", "What it shows for registration or a portfolio"),
)
"""Headings, with their ids."""

LINES = (
    "To paint a quick picture of something that went well, or of the person it was about.",
    "To see how strengths can meet a worry, and to find the good in a difficulty where you can.",
    "Put a cross where a view was heard or imagined. Whoever has none was missing.",
    "Hard to name a proud moment? Then begin with praise: what has somebody thanked you for that worked?",
    "Which of your own good qualities did you bring?",
    "If you asked the child, adult or family, what good do you imagine they would name?",
    "What would your colleagues, your manager or other professionals say went well?",
    "How might it look to someone of another gender, ethnicity or sexuality, or to a disabled person?",
    "Who else might see it differently: because of age, faith, class, language or some other difference?",
    "Some people had more power than others. How was that noticed, or what was done about it?",
    "Where people did not agree, how was that noticed, or what was done about it?",
    "What have you learnt that could help other children, adults or families who use services?",
)
"""What advised, or could be asked: they go where they are a whole paragraph."""
