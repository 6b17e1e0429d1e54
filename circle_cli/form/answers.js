/* What stands in the form, as a session. Its id is made once, and stays with the draft. */

const form = document.getElementById("reflection")
const all = (what, within = form) => [...within.querySelectorAll(what)]
const control = name => form.elements.namedItem(name)
const value = name => control(name) ? control(name).value : ""

// Half a character cannot stand in a file, and one line is what a title is.
const whole = text => oneNewline(text).replace(/[\ud800-\udfff]/gu, "\ufffd")
const oneLine = text => whole(text).replace(/\n+/g, " ").trim()
const once = list => [...new Map(list.map(each => [JSON.stringify(each), each])).values()]
const split = (text, between) => once(whole(text).split(between).map(each => each.trim()).filter(Boolean))
const apartInNames = /[,;\n]|\s+(?:and|&)\s+/
const names = text => once(split(text, apartInNames).map(each => each.replace(/[:/|\s]+/g, " ").trim()).filter(Boolean))

// What says how the circle is used is no words of anybody's; nor is the name of somebody who may pass.
const NO_WORDS = "[name=mode], [name=length], [name=company], [name=date], [data-ours], [data-named] [data-field=by]"
const isSaid = each => each.matches("[type=checkbox], [type=radio]") ? each.checked && each.value : each.value.trim()
const hasWords = within => all("textarea, input, select", within).some(each => !each.matches(NO_WORDS) && isSaid(each))

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

// How the circle is used, and by somebody who is on their own whether they are: "alone", "with", or the kind of group.
function way() {
  if (value("mode") !== "individual") return value("mode")
  return value("length") === "quick" ? "alone" : value("company")
}

const rowsNamed = key => form.querySelector(`[data-rows="${key}"]`)
const fieldsOf = row => made(all("[data-field]", row).map(each => [each.dataset.field, each.value]))
const mainsOf = row => all("[data-main]", row).filter(each => each.value.trim())
const listed = list => all(".row", list).filter(row => mainsOf(row).length)
  .map(row => made(Object.entries(fieldsOf(row)).map(([field, text]) => [field, oneLine(text)])))

const same = (one, other) => one.toLowerCase() === other.toLowerCase()

// Who takes part, as far as the roles say; in training, whoever leads several groups is in none.
function company() {
  const roles = made(all("[data-role]").map(each => [each.name, names(each.value)]).filter(([, who]) => who.length))
  const facilitator = oneLine(value("facilitator")), presenters = roles.presenter || []
  const held = once(Object.values(roles).flat())
  const led = held.find(each => same(each, facilitator)) || facilitator
  const people = once([...held, value("mode") === "training" ? "" : led].filter(Boolean))
  const others = [led, ...(roles.encourager || []), ...held].filter(each => each && !presenters.includes(each))
  const everybody = once([...people, led].filter(Boolean))
  return {
    roles, people, everybody,
    facilitator: led,
    presenter: presenters.length === 1 ? presenters[0] : "presenter",
    tellers: once(others),
    known: name => everybody.find(each => same(each, name)) || name,
  }
}

// Numbers of one question. Of many who are together, it is not kept whose is whose, nor in which order they came.
function numbers(list, { people, roles }) {
  const given = listed(list).map(({ score, by, view }) =>
    ({ question: list.dataset.scale, asked: list.dataset.asked, by, score: Number(score), view }))
  if (value("mode") === "individual") return given.map(each => ({ ...each, by: each.by || "presenter" }))
  const many = form.dataset.among, here = each => !each.by || [...people, "presenter"].some(name => same(name, each.by))
  const strangers = given.filter(each => !here(each) && !each.view).map(each => each.by)
  const hidden = once([...people, ...strangers]).length > Number(form.dataset.few)
  const apart = given.map(each => !each.by || (hidden && (here(each) || !each.view)) ? { ...each, by: many } : each)
  const place = each => each.by === many ? each.score : 11
  return hidden ? apart.sort((one, other) => place(one) - place(other)) : apart
}

// What was noticed, in the order in which people are asked; it is for the presenter unless somebody else is named.
function observations({ tellers, known, presenter }) {
  const who = way() === "with" ? "questioner" : "encourager"
  const place = ({ by }) => tellers.includes(by) ? tellers.indexOf(by) : tellers.length
  return once(listed(rowsNamed("observations"))
    .map(({ by, to, text }) => ({ by: known(by) || who, to: known(to) || presenter, text })))
    .sort((one, other) => place(one) - place(other))
}

// What has no name is from all of them.
function feedback({ known }) {
  const [said, taken] = ["feedback_from", "takeaways"]
    .map(key => listed(rowsNamed(key)).map(each => ({ ...each, by: known(each.by) })))
  const apart = (rows, field, by) => once(rows.filter(each => each.by === by && each[field]).map(each => each[field]))
  const from = once(said.map(each => each.by).filter(Boolean)).map(by =>
    ({ by, ...made(["positive", "even_better"].map(field => [field, apart(said, field, by).join(" / ")])) }))
  const ofAll = made(["positive", "even_better"].map(field => [field, apart(said, field, "").join("\n")]))
  return {
    feedback: { ...ofAll, will_use: apart(taken, "text", "").join("\n") },
    takeaways: once(taken.filter(each => each.by)),
    feedback_from: from,
  }
}

function themes() {
  const ours = all("[name=theme]"), own = split(value("own_themes"), /[,;\n]/).map(each => each.toLowerCase())
  const known = own.map(each => (ours.find(box => same(box.dataset.title, each)) || { value: each }).value)
  return once([...ours.filter(box => box.checked).map(box => box.value), ...known])
}

function cast() {
  const entries = listed(rowsNamed("cast")).map(each => ({ ...each, also: split(each.also, /[,;]/) }))
  return entries.length || control("nobody").checked ? entries : null
}

function actions() {
  const given = listed(rowsNamed("action_points")), step = oneLine(value("safety_step"))
  const asked = step && !given.some(each => each.what === step) ? [{ what: step }] : []
  return [...given, ...asked].map((action, place) => ({ id: place + 1, ...action }))
}

function views(kind) {
  const others = split(value(`others ${kind}`), /[,;\n]/)
  return once([...all(`[name=${kind}]:checked`).map(each => each.value), ...others])
}

function answered(each) {
  const words = tidy(whole(each.value)), under = each.dataset.under
  return words && under && !words.startsWith("### ") ? `${under}\n\n${words}` : words
}

function sessionNow() {
  const together = company(), raised = value("raised")
  return {
    id: `${value("date") || today()}-${tail}`,
    title: oneLine(value("title")) || form.dataset.untitled,
    date: value("date") || today(),
    mode: value("mode"),
    status: "recorded",
    setting: value("setting"),
    themes: themes(),
    cast: cast(),
    roles: together.roles,
    scaling: all("[data-scale]").flatMap(list => numbers(list, together)),
    observations: observations(together),
    learning_points: listed(rowsNamed("learning_points"))
      .map((point, place) => ({ id: place + 1, ...point, matters: Number(point.matters || 0) })),
    action_points: actions(),
    safeguarding: raised ? { raised: raised === "yes", on: raised === "yes" ? value("raised_on") : "" } : null,
    frameworks: once(listed(rowsNamed("frameworks")).map(({ link, how }) => {
      const [framework, ...statement] = link.split(" ")
      return { framework, statement: statement.join(" "), how }
    })),
    learning_outcomes: split(value("outcomes"), /[;\n]/),
    facilitator: together.facilitator,
    views: { heard: views("heard"), imagined: views("imagined") },
    ...feedback(together),
    answers: made(all("[data-section]").map(each => [each.dataset.section, answered(each)]).filter(([, text]) => text)),
  }
}

const headings = () => made(all("[data-section]").map(each => [each.dataset.section, each.dataset.heading]))
const textNow = () => sessionText(sessionNow(), form.dataset.sections.split(" "), headings())
