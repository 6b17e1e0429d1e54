"""What six people say in a session, and two: as the program's own interview keeps it, and as they fill in the form."""

from composed import DAY, an_interview, session_of, together
from making import SESSION_ID
from windows import Window

from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode

OF_SIX = {
    "situation": "A handover.",
    "what-worked": "We waited.\nThen tea.",
    "numbers/what-worked": "Sam 8, Jo 6, Bea 9, her gran 9 told",
    "views/both": "the child adult or family, the GP, imagined managers",
    "safeguarding/raised": "yes",
    "safeguarding/on": "2026-11-24",
    "safeguarding/action": "Ring the duty team",
    "noticed/Jo": "You waited.\nAde: You told of your own work.",
    "noticed/Cy": "You laughed with her.",
    "round/positive": "Sam: The tea.\nThe room was warm.\nBea: We laughed.",
    "round/even-better": "Sam: More time.",
    "round/taken-away": "Bea: I will wait.\nWe all will listen.",
    "learning-points/1/text": "Wait.",
    "learning-points/1/scope": "general",
    "how-much-points-matter": "1: 8",
    "action-points/1/what": "Wait again",
    "action-points/1/who": "Bea",
    "action-points/1/by": "2026-12-01",
    "action-points/1/tracked-by": "Jo",
    "themes": "endings, slow mornings",
    "setting": "both",
    "frameworks/1/framework": "pcf-2018",
    "frameworks/1/statement": "§1",
    "frameworks/1/how": "I was there.",
    "learning-outcomes": "Listens well; Plans, and reviews",
    "people-and-places": "Amira (Mira, Mo) = a girl, Larkspur Road",
}
"""What six people say, as the program's own interview keeps it."""


def by_six(window: Window) -> Session:
    """Fill in what six people say, and give their session as the program composes it of the same answers."""
    interview, answers = an_interview(Mode.GROUP), together(**OF_SIX)
    page, company = window.page, interview.company(answers)
    assert company
    page.get_by_label("In a group", exact=False).check()
    page.evaluate(f"tail = '{SESSION_ID[-4:]}'")
    window.write("date", DAY.isoformat())
    window.write("title", "The lunch")
    for role, people in {**company.roles, "facilitator": ("Jo",)}.items():
        window.write(role, ", ".join(people))
    for name in ("situation", "what-worked"):
        window.write(f"answer {name}", OF_SIX[name])
    window.fill("scale what-worked", {"score": "8", "by": "sam"}, {"score": "6", "by": "Jo"}, {"score": "9"},
                {"score": "9", "by": "her gran", "view": "told"})  # fmt: skip
    page.locator("[name=heard]").first.check()
    page.get_by_role("group", name="managers").get_by_label("Imagined").check()
    window.write("others heard", "the GP")
    page.get_by_label("Yes", exact=True).check()
    window.write("raised_on", "2026-11-24")
    window.write("safety_step", "Ring the duty team")
    window.fill("learning_points", {"text": "Wait.", "scope": "general", "matters": "8"})
    window.fill("action_points", {"what": "Wait again", "who": "Bea", "by": "2026-12-01", "tracked_by": "Jo"})
    called = window.rows("observations", "by")
    assert called.first.input_value() == "Jo" and called.count() == window.rows("takeaways", "by").count() - 1 == 5
    window.said("observations", "Jo", text="You waited.")
    window.said("observations", "Cy", text="You laughed with her.")
    window.fill("observations", {"by": "Jo", "to": "Ade", "text": "You told of your own work."}, new=True)
    window.said("feedback_from", "Sam", positive="The tea.", even_better="More time.")
    window.said("feedback_from", "Bea", positive="We laughed.")
    window.fill("feedback_from", {"positive": "The room was warm."}, new=True)
    window.said("takeaways", "Bea", text="I will wait.")
    window.fill("takeaways", {"text": "We all will listen."}, new=True)
    window.fill("cast", {"name": "Amira", "also": "Mira, Mo", "say": "a girl"}, {"name": "Larkspur Road"})
    for folded in page.locator("details:has([name=theme]), details:has([name=outcomes])").all():
        folded.locator("summary").click()
    page.get_by_label("Good endings").check()
    window.write("own_themes", "Slow mornings")
    page.locator("[name=setting]").select_option("both")
    window.fill("frameworks", {"link": "pcf-2018 1", "how": "I was there."})
    window.write("outcomes", "Listens well; Plans, and reviews")
    return session_of(interview, answers)


OF_TWO = {
    "title": "A visit",
    "situation": "A visit.",
    "company": "with",
    "presenter": "Sam",
    "questioner": "Jo",
    "scales/what-worked": "8, Maria 9 told",
    "noticed/Jo": "You waited.",
    "round/positive": "Sam: The quiet.",
    "round/taken-away": "Jo: I will ask more.",
    "action-points/1/what": "Visit again",
    "action-points/1/who": "Sam",
    "people-and-places": "nobody",
}
"""What two people say who are one to one."""


def by_two(window: Window) -> Session:
    """Fill in what two people say, and give their session as the program composes it of the same answers."""
    window.page.get_by_label("One to one, with", exact=False).check()
    window.page.evaluate(f"tail = '{SESSION_ID[-4:]}'")
    window.write("date", DAY.isoformat())
    for name in ("title", "presenter", "questioner"):
        window.write(name, OF_TWO[name])
    window.write("answer situation", OF_TWO["situation"])
    window.fill("scale what-worked", {"score": "8"}, {"score": "9", "by": "Maria", "view": "told"})
    window.fill("action_points", {"what": "Visit again", "who": "Sam"})
    window.said("observations", "Jo", text="You waited.")
    window.said("feedback_from", "Sam", positive="The quiet.")
    window.said("takeaways", "Jo", text="I will ask more.")
    window.page.locator("[name=nobody]").check()
    return session_of(an_interview(), dict(OF_TWO))
