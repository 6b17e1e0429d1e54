"use strict"
/* A session as its file's text: the same bytes that session/file.py writes for it. Pure; tests/site/browser/test_form.py
   holds it to the program. Nothing on this page can ask a network: its policy forbids it. */

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
const castEntry = ({ name, also, say }) => ({ name, ...given({ also, say }) })
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
    themes: session.themes,
    cast: session.cast && (session.cast.length ? session.cast.map(castEntry) : new Bare("[]")), // nobody is an answer
    roles: session.roles,
    scaling: (session.scaling || []).map(({ question, asked, by, score, view }) =>
      ({ question: plain(question), asked, by, score, ...given({ view: plain(view) }) })),
    observations: (session.observations || []).map(({ by, to, text }) => ({ by, to, text })),
    feedback: given(session.feedback || {}),
    learning_points: (session.learning_points || []).map(learningPoint),
    action_points: (session.action_points || []).map(actionPoint),
    safeguarding: session.safeguarding && { raised, on: day(on) },
    frameworks: (session.frameworks || []).map(({ framework, statement, how }) =>
      ({ framework: plain(framework), statement, ...given({ how }) })),
    learning_outcomes: session.learning_outcomes,
    facilitator: session.facilitator,
    views: given(session.views || {}),
    takeaways: (session.takeaways || []).map(({ by, text }) => ({ by, text })),
    feedback_from: (session.feedback_from || []).map(({ by, positive, even_better, will_use }) =>
      ({ by, ...given({ positive, even_better, will_use }) })),
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
