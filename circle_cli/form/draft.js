/* The draft: in this browser alone, and only while the box is ticked. What it cannot keep is said, and stays said. */

const KEY = `circle-form ${location.pathname}`
const box = document.getElementById("keep")
const told = document.getElementById("told")
let kept = false, saved = "", standing = "", telling = 0
let known = null // what this page knows to lie in the browser; anything else there is not its own to overwrite

function tell(words, stays = false) {
  standing = stays ? words : ""
  told.textContent = ""
  clearTimeout(telling)
  telling = setTimeout(() => { told.textContent = words }, 50) // what changes is read out, also where it says the same again
}

const unsaved = () => hasWords(form) && textNow() !== saved

function stateNow() {
  const ticked = each => each.matches("[type=checkbox], [type=radio]") ? each.checked : null
  const named = all("[name]").map(each => [each.name, each.value, ticked(each)])
  const rows = made(all("[data-rows]").map(list => [list.dataset.rows, all(".row", list).map(fieldsOf)]))
  return { tail, named, rows }
}

function lying() {
  try { return localStorage.getItem(KEY) } catch (_) { return null }
}

function keep() {
  if (!box.checked) return
  const state = JSON.stringify(stateNow())
  try {
    localStorage.setItem(KEY, state)
    known = state
    kept = true
  } catch (_) {
    box.checked = kept = false
    const older = lying() === null ? "" : " What it has is older than what stands here."
    tell(`This browser keeps no draft now.${older} Save the file before you close the page.`, true)
  }
}

function begin() {
  const there = lying()
  if (there !== null && there !== known) {
    box.checked = false
    const how = "Open this page in a new window to see it, or forget it first."
    tell(`Another draft lies in this browser already. ${how}`, true)
    return
  }
  keep()
  if (kept) tell("A draft is kept in this browser, until you forget it.")
}

function forget(words) {
  box.checked = kept = false
  try { localStorage.removeItem(KEY) } catch (_) { /* it kept none */ }
  known = lying()
  const held = "This browser does not let go of the draft. Clear what it keeps, in its settings."
  tell(known === null ? words : held, known !== null)
}

// Put a text where it stood; where it fits no more, it is given back.
function placed(there, text) {
  if (there) there.value = text
  return there && there.value === text ? [] : [text].filter(each => each && each.trim())
}

function bringBack(state) {
  tail = state.tail
  const homeless = [] // words of what is asked no more, or otherwise, since the page was made anew
  for (const [name, text, checked] of state.named) {
    const there = all("[name]").find(each => each.name === name && (checked === null || each.value === text))
    if (checked === null) homeless.push(...placed(there, text))
    else if (there) there.checked = checked
    else if (checked && text) homeless.push(`${name}: ${text}`)
  }
  for (const [key, rows] of Object.entries(state.rows)) rows.forEach((fields, place) => {
    const list = rowsNamed(key), row = list && (all(".row", list)[place] || addRow(list))
    for (const [field, text] of Object.entries(fields))
      homeless.push(...placed(row && row.querySelector(`[data-field="${field}"]`), text))
  })
  control("answer notes").value = [value("answer notes"), ...homeless].filter(Boolean).join("\n\n")
}

function findDraft() {
  const draft = lying()
  if (draft === null) return
  try {
    bringBack(JSON.parse(draft))
    known = draft
    box.checked = kept = true
    tell("Your draft is back.")
  } catch (_) {
    control("answer notes").value = draft // whatever it is, somebody may know their words in it
    tell("A draft that lies in this browser could not be read. All of it stands in the notes.", true)
  }
}

box.addEventListener("change", () => box.checked ? begin() : forget("Nothing is kept in this browser now."))
document.getElementById("forget").addEventListener("click", () =>
  forget("The draft is forgotten. What stands on this page goes when you close it."))
window.addEventListener("storage", event => {
  if ((event.key !== KEY && event.key !== null) || !box.checked || lying() === known) return
  box.checked = kept = false
  tell("The draft was changed in another window, and is no longer kept from this one. Save the file here.", true)
})
window.addEventListener("beforeunload", event => {
  if (!unsaved() || kept) return
  event.preventDefault()
  event.returnValue = ""
})
