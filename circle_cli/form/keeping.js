/* Saving, and printing what is saved. */

// What stands beside the words that it is about must not be left out in silence.
function incomplete() {
  const day = all("[type=date]").find(each => !each.checkValidity())
  if (day) return [day, "This is no day that a calendar has. Mend it, or empty it."]
  if (value("raised_on") && value("raised") !== "yes")
    return [control("raised_on"), "Was it raised? Say yes above, or empty the day."]
  const row = all(".row").find(each => hasWords(each) && !mainsOf(each).length)
  const wordless = "This one has no words yet. Write some, or empty what stands beside it."
  return row ? [row.querySelector("[data-main]"), wordless] : null
}

function save() {
  const wrong = incomplete()
  if (wrong) {
    openAround(wrong[0])
    wrong[0].focus()
    tell(wrong[1])
    return
  }
  const text = textNow(), link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }))
  link.download = `${sessionNow().id}.md`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
  saved = text
  const draft = kept ? " The draft is still in this browser: forget it once the file is where it should be." : ""
  const where = "goes to where this browser keeps downloads. See that it is there before you close the page."
  tell(`${link.download} ${where}${draft}`)
}

const some = (...parts) => parts.filter(Boolean)
const DAY = { day: "numeric", month: "long", year: "numeric" }
const inWords = iso => iso && new Date(`${iso}T12:00`).toLocaleDateString("en-GB", DAY)
const beside = (text, ...more) => some(...more).length ? `${text} (${some(...more).join("; ")})` : text
const chosen = (list, field, value) => value && all("option", rowsNamed(list).querySelector("template").content)
  .find(each => each.value === value && each.closest(`[data-field=${field}]`)).textContent
const themeNamed = id => (all("[name=theme]").find(each => each.value === id) || { dataset: { title: id } }).dataset.title

function numbersOf(scaling) {
  const told = ({ by, score, view }) => beside(`${by} ${score}`, view)
  return once(scaling.map(each => each.asked))
    .map(asked => `${asked} ${scaling.filter(each => each.asked === asked).map(told).join(", ")}`)
}

function spokenOf({ by, positive, even_better }) {
  return some(positive && `${by}: ${positive}`, even_better && `${by}, better still: ${even_better}`)
}

// What is beside the answers, under its headings.
function lists(session) {
  const { heard, imagined } = session.views, raised = session.safeguarding, ofAll = session.feedback
  const services = session.setting && control("setting").selectedOptions[0].textContent
  const matters = each => each.matters && `how much it matters: ${each.matters}`
  const watched = each => each.tracked_by && `${each.tracked_by} keeps an eye on it`
  const shown = each => chosen("frameworks", "link", `${each.framework} ${each.statement}`)
  const viewed = (kind, views) => views.length && `${kind}: ${views.join("; ")}`
  const takenAway = session.takeaways.map(each => `${each.by}: ${each.text}`)
  return {
    "Whose view": some(viewed("Heard", heard), viewed("Imagined", imagined)),
    "Numbers from 1 to 10": numbersOf(session.scaling),
    "Learning points": session.learning_points.map(each =>
      beside(each.text, chosen("learning_points", "scope", each.scope), matters(each))),
    "What will be done": session.action_points.map(each =>
      beside(each.what, each.who, each.by && `by ${inWords(each.by)}`, watched(each))),
    "What was noticed": session.observations.map(each => `${each.by} to ${each.to}: ${each.text}`),
    "How the session was": [...spokenOf({ by: "All", ...ofAll }), ...session.feedback_from.flatMap(spokenOf)],
    "What people take away": [...some(ofAll.will_use && `All: ${ofAll.will_use}`), ...takenAway],
    "Raised under local safeguarding procedures": raised ? [raised.raised ? beside("Yes", inWords(raised.on)) : "No"] : [],
    "What it is about": some(...session.themes.map(themeNamed), services && `Services: ${services}`),
    "Frameworks and learning outcomes":
      [...session.frameworks.map(each => beside(shown(each), each.how)), ...session.learning_outcomes],
    "Names in it": (session.cast || [])
      .map(each => beside(each.name, each.also.join(", "), each.say && `say: ${each.say}`)),
  }
}

function element(name, words, ...inner) {
  const drawn = document.createElement(name)
  if (words) drawn.textContent = words
  drawn.append(...inner)
  return drawn
}

function paper() {
  const session = sessionNow(), heads = headings(), under = (title, ...parts) => [element("h2", title), ...parts]
  const who = all("[data-who]").filter(isSaid).map(each => `${each.dataset.who}: ${each.value.trim()}`)
  const kind = form.querySelector("[name=mode]:checked").dataset.title
  const warned = document.querySelector("footer p").textContent // a sheet of paper lies about
  const parts = [element("h1", session.title), element("p", warned), element("p", [inWords(session.date), kind, ...who].join(" · "))]
  for (const [name, text] of Object.entries(session.answers)) parts.push(...under(heads[name], element("p", text)))
  for (const [title, lines] of Object.entries(lists(session)))
    if (lines.length) parts.push(...under(title, element("ul", "", ...lines.map(each => element("li", each)))))
  document.getElementById("paper").replaceChildren(...parts)
}

document.getElementById("save").addEventListener("click", save)
document.getElementById("print").addEventListener("click", () => window.print())
window.addEventListener("beforeprint", paper)
window.addEventListener("afterprint", () => document.getElementById("paper").replaceChildren())
window.addEventListener("keydown", event => {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "s") return
  event.preventDefault() // the browser would save the page, without a word of what stands in it
  save()
})
