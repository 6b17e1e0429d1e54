"use strict"
/* The circle in a browser. Nothing here can ask a network: the page's policy forbids it.
   1. A session as its file's text: the same bytes that session/file.py writes for it. 2. What stands in the form.
   3. The draft. 4. Saving and printing. 5. What is shown when. */

/* 1. A session as its file's text. Pure; tests/site/browser/test_form.py holds it to the program. */

class Bare { constructor(text) { this.text = text } } // written without quotation marks

const MISTAKEN = ["no", "yes", "on", "off", "true", "false", "null", "y", "n"]
const UNPRINTABLE = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g

const quoted = text =>
  JSON.stringify(text).replace(UNPRINTABLE, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)

function plain(word) {
  const fits = /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/.test(word || "") && !MISTAKEN.includes(word)
  return word && fits && !/^[0-9e-]*$/.test(word) ? new Bare(word) : word || null
}

const day = iso => iso ? new Bare(iso) : null

function flow(value) {
  if (value instanceof Bare) return value.text
  if (typeof value === "string") return quoted(value)
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`
  if (value !== null && typeof value === "object")
    return `{${Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`).join(", ")}}`
  return String(value)
}

function line(key, value) {
  const rows = Array.isArray(value) && value.length && value.every(each => each.constructor === Object)
  return rows ? `${key}:\n${value.map(each => `  - ${flow(each)}\n`).join("")}` : `${key}: ${flow(value)}\n`
}

const made = pairs => Object.assign({}, ...pairs.map(([key, value]) => ({ [key]: value })))
const isEmpty = value => !value || (typeof value === "object" && !(value instanceof Bare) && !Object.keys(value).length)
const given = values => made(Object.entries(values).filter(([, value]) => !isEmpty(value)))

const learningPoint = ({ id, text, scope, matters }) =>
  ({ id, text, ...given({ scope: plain(scope), matters }), share: plain("no") })
const actionPoint = ({ id, what, who, by, tracked_by }) =>
  ({ id, what, ...given({ who, by: day(by), tracked_by }), done: null })

function frontOf(session, own) {
  const { raised, on } = session.safeguarding || {}
  return given({
    circle: 1,
    id: plain(session.id),
    title: session.title,
    date: day(session.date),
    mode: plain(session.mode),
    status: plain(session.status),
    setting: plain(session.setting),
    cast: (session.cast || []).map(({ name, say }) => ({ name, ...given({ say }) })),
    roles: session.roles,
    scaling: (session.scaling || []).map(({ question, asked, by, score }) => ({ question: plain(question), asked, by, score })),
    observations: (session.observations || []).map(({ by, to, text }) => ({ by, to, text })),
    feedback: given(session.feedback || {}),
    learning_points: (session.learning_points || []).map(learningPoint),
    action_points: (session.action_points || []).map(actionPoint),
    safeguarding: session.safeguarding && { raised, on: day(on) },
    facilitator: session.facilitator,
    views: given(session.views || {}),
    takeaways: (session.takeaways || []).map(({ by, text }) => ({ by, text })),
    own_questions: own.map(plain),
  })
}

const oneNewline = text => text.replace(/\r\n?/g, "\n")
const tidy = text => oneNewline(text).replace(/^\n+|\n+$/g, "")

// A line that would open a section, or be taken for git's, gets a backslash; an answer is never mistaken for another.
function escaped(text, ids) {
  const mistaken = new RegExp(`^\\\\*(?:#{1,6}[ \\t][^\\n]*\\{#(?:${ids.join("|")})\\}[ \\t]*|<{7,}(?: [^\\n]*)?)$`)
  return text.split("\n").map(each => mistaken.test(each) ? `\\${each}` : each).join("\n")
}

// `sections` are the ids that every file may have, in order; own questions follow the last of the eight, `actions`.
function sessionText(session, sections, headings) {
  const answers = session.answers
  const own = Object.keys(answers).filter(name => !sections.includes(name))
  const at = sections.indexOf("actions") + 1
  const order = [...sections.slice(0, at), ...own, ...sections.slice(at)].filter(name => name in answers)
  const parts = order.map(name => {
    const words = escaped(tidy(answers[name]), [...sections, ...own])
    return `## ${headings[name]} {#${name}}\n${words ? `\n${words}\n` : ""}`
  })
  const front = Object.entries(frontOf(session, own)).map(([key, value]) => line(key, value)).join("")
  return `---\n${front}---\n${parts.length ? `\n${parts.join("\n")}` : ""}`
}

/* 2. What stands in the form, as a session. Its id is made once, and stays with the draft. */

const form = document.getElementById("reflection")
const all = (what, within = form) => [...within.querySelectorAll(what)]
const told = document.getElementById("told")
const tell = words => { told.textContent = ""; setTimeout(() => { told.textContent = words }, 50) }

// Half a character cannot stand in a file, and one line is what a title is.
const whole = text => oneNewline(text).replace(/[\ud800-\udfff]/gu, "\ufffd")
const oneLine = text => whole(text).replace(/\n+/g, " ").trim()
const hasWords = within => all("textarea, input, select", within).some(control => {
  if (control.matches("[name=mode], [name=length], [name=date], [data-ours]")) return false
  return control.matches("[type=checkbox], [type=radio]") ? control.checked && control.value : control.value.trim()
})
const control = name => form.elements.namedItem(name)
const value = name => control(name) ? control(name).value : ""
const names = text => [...new Set(whole(text).split(/[,;\n]/).map(each => each.trim()).filter(Boolean))]

function today() {
  const now = new Date(), two = part => String(part).padStart(2, "0")
  return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

function letter() {
  const letters = form.dataset.letters, fair = 256 - 256 % letters.length
  const [number] = crypto.getRandomValues(new Uint8Array(1))
  return number < fair ? letters[number % letters.length] : letter()
}

let tail = letter() + letter() + letter() + letter()

const fieldsOf = row => made(all("[data-field]", row).map(each => [each.dataset.field, each.value]))
const rowsOf = list => all(".row", list).map(fieldsOf)
const listed = (key, main) => rowsOf(form.querySelector(`[data-rows=${key}]`))
  .map(row => made(Object.entries(row).map(([field, text]) => [field, oneLine(text)])))
  .filter(row => row[main])

function sessionNow() {
  const presenter = names(value("presenter"))
  const roles = all("[data-role]").map(each => [each.name, names(each.value)]).filter(([, who]) => who.length)
  const answers = all("[data-section]").map(each => [each.dataset.section, tidy(whole(each.value))]).filter(([, text]) => text)
  const scores = all("[data-scale]").filter(each => each.value)
  const ticked = kind => all(`[name=${kind}]:checked`).map(each => each.value)
  return {
    id: `${value("date") || today()}-${tail}`,
    title: oneLine(value("title")),
    date: value("date") || today(),
    mode: value("mode"),
    status: "recorded",
    setting: value("setting"),
    cast: listed("cast", "name"),
    roles: made(roles),
    scaling: scores.map(each => ({
      question: each.dataset.scale, asked: each.dataset.asked, by: presenter[0] || "presenter", score: Number(each.value),
    })),
    observations: listed("observations", "text")
      .map(({ by, to, text }) => ({ by: by || "encourager", to: to || presenter[0] || "presenter", text })),
    feedback: made(all("[data-feedback]").map(each => [each.name, oneLine(each.value)])),
    learning_points: listed("learning_points", "text")
      .map((point, place) => ({ id: place + 1, ...point, matters: Number(point.matters || 0) })),
    action_points: listed("action_points", "what").map((action, place) => ({ id: place + 1, ...action })),
    safeguarding: value("raised") ? { raised: value("raised") === "yes", on: value("raised") === "yes" ? value("raised_on") : "" } : null,
    facilitator: oneLine(value("facilitator")),
    views: { heard: ticked("heard"), imagined: ticked("imagined") },
    takeaways: listed("takeaways", "text").map(({ by, text }) => ({ by: by || "one of us", text })),
    answers: made(answers),
  }
}

const headings = () => made(all("[data-section]").map(each => [each.dataset.section, each.dataset.heading]))
const textNow = () => sessionText(sessionNow(), form.dataset.sections.split(" "), headings())

/* 3. The draft: in this browser alone, and only while the box is ticked. */

const KEY = `circle-form ${location.pathname}`
const box = document.getElementById("keep")
let kept = false, saved = ""
const unsaved = () => hasWords(form) && textNow() !== saved

function stateNow() {
  const named = all("[name]").map(each => [each.name, each.value, each.matches("[type=checkbox], [type=radio]") ? each.checked : null])
  return { tail, named, rows: made(all("[data-rows]").map(list => [list.dataset.rows, rowsOf(list)])) }
}

function keep() {
  if (!box.checked) return
  try {
    localStorage.setItem(KEY, JSON.stringify(stateNow()))
    kept = true
  } catch (_) {
    box.checked = kept = false
    tell("This browser keeps no draft. Save the file before you close the page.")
  }
}

function forget(words) {
  box.checked = kept = false
  try { localStorage.removeItem(KEY) } catch (_) { /* it kept none */ }
  tell(words)
}

function bringBack(state) {
  tail = state.tail
  const homeless = []
  for (const [name, text, checked] of state.named) {
    const there = all("[name]").find(each => each.name === name && (checked === null || each.value === text))
    if (there && checked === null) there.value = text
    else if (there) there.checked = checked
    else if (checked === null && text.trim()) homeless.push(text) // of a question that is asked no more
  }
  control("answer notes").value = [control("answer notes").value, ...homeless].filter(Boolean).join("\n\n")
  for (const list of all("[data-rows]")) (state.rows[list.dataset.rows] || []).forEach((fields, place) => {
    const row = all(".row", list)[place] || addRow(list)
    for (const each of all("[data-field]", row)) each.value = fields[each.dataset.field] || ""
  })
}

function findDraft() {
  try {
    const draft = localStorage.getItem(KEY)
    if (draft === null) return
    bringBack(JSON.parse(draft))
    box.checked = kept = true
    tell("Your draft is back.")
  } catch (_) {
    tell("No draft could be read in this browser.")
  }
}

/* 4. Saving and printing. */

// What stands in a row beside the words it is about must not be left out in silence.
function incomplete() {
  const day = all("[type=date]").find(each => !each.checkValidity())
  if (day) return [day, "This is no day that a calendar has. Mend it, or empty it."]
  if (!control("title").value.trim()) return [control("title"), "Give it a short name first; then save it again."]
  const row = all(".row").find(each => hasWords(each) && !each.querySelector("[data-main]").value.trim())
  return row ? [row.querySelector("[data-main]"), "This one has no words yet. Write some, or empty what stands beside it."] : null
}

function save() {
  const wrong = incomplete()
  if (wrong) {
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
  tell(`${link.download} goes to where this browser keeps downloads. See that it is there before you close the page.`)
}

function element(name, words, ...inner) {
  const drawn = document.createElement(name)
  if (words) drawn.textContent = words
  drawn.append(...inner)
  return drawn
}

function paper() {
  const session = sessionNow(), heads = headings(), parts = []
  const who = all("[data-who]").filter(isSaid).map(each => `${each.dataset.who}: ${each.value.trim()}`)
  const about = [session.date, form.querySelector("[name=mode]:checked").dataset.title, ...who]
  parts.push(element("h1", session.title || "A reflection"), element("p", about.join(" · ")))
  for (const [name, text] of Object.entries(session.answers)) parts.push(element("h2", heads[name]), element("p", text))
  for (const list of all("[data-rows], [data-block]")) {
    const rows = list.dataset.rows
      ? listed(list.dataset.rows, list.querySelector("[data-main]").dataset.field).map(row => Object.values(row).filter(Boolean).join(" · "))
      : all("input, textarea, select", list).filter(isSaid).map(toldOf)
    if (rows.length) parts.push(element("h2", list.dataset.title), element("ul", "", ...rows.map(row => element("li", row))))
  }
  const page = document.getElementById("paper")
  page.textContent = ""
  page.append(...parts)
}

const isSaid = each => each.matches("[type=checkbox], [type=radio]") ? each.checked && each.value : each.value.trim()
const toldOf = each => `${each.dataset.told || each.closest("label").firstChild.textContent.trim()}: ${each.dataset.says || each.value}`

/* 5. What is shown when. Nothing that holds words is ever hidden. */

function addRow(list) {
  const row = list.querySelector("template").content.firstElementChild.cloneNode(true)
  row.querySelector("legend").append(` ${all(".row", list).length + 1}`)
  list.querySelector("[data-add]").before(row)
  return row
}

function show() {
  const mode = value("mode"), length = value("length")
  for (const part of all("[data-modes], [data-length]")) {
    const fits = (!part.dataset.modes || part.dataset.modes.split(" ").includes(mode)) &&
      (!part.dataset.length || part.dataset.length === length)
    part.hidden = !fits && !hasWords(part)
  }
}

for (const list of all("[data-rows]")) {
  addRow(list)
  list.querySelector("[data-add]").addEventListener("click", () => addRow(list).querySelector("[data-field]").focus())
}
control("date").value = today()
findDraft()
show()
form.hidden = false

form.addEventListener("submit", event => event.preventDefault())
form.addEventListener("input", event => {
  if (event.target === box) return
  told.textContent = ""
  if (event.target.matches("[name=mode], [name=length]")) show()
  keep()
})
box.addEventListener("change", () => {
  if (!box.checked) return forget("Nothing is kept in this browser now.")
  keep()
  if (kept) tell("A draft is kept in this browser, until you forget it.")
})
document.getElementById("forget").addEventListener("click", () =>
  forget("The draft is forgotten. What stands on this page goes when you close it."))
document.getElementById("spelling").addEventListener("change", event => { form.spellcheck = event.target.checked })
document.getElementById("save").addEventListener("click", save)
document.getElementById("print").addEventListener("click", () => window.print())
window.addEventListener("beforeprint", paper)
window.addEventListener("beforeunload", event => {
  if (!unsaved() || kept) return
  event.preventDefault()
  event.returnValue = ""
})
window.addEventListener("storage", event => {
  if (event.key !== KEY || !box.checked) return
  box.checked = kept = false
  tell("The draft was changed in another window, and is no longer kept from this one. Save the file here.")
})
