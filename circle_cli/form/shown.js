/* What is shown when, and the rows of lists. Nothing that holds words is ever hidden. */

function openAround(each) {
  for (let around = each.closest("details"); around; around = around.parentElement.closest("details")) around.open = true
}

function show() {
  const now = [value("length"), way()]
  for (const part of all("[data-when]"))
    part.hidden = !part.dataset.when.split(" ").some(each => now.includes(each)) && !hasWords(part)
}

function addRow(list) {
  const row = list.querySelector("template").content.firstElementChild.cloneNode(true)
  list.querySelector("[data-add]").before(row)
  number(list)
  return row
}

function number(list) {
  all(".row", list).forEach((row, place) => {
    const by = list.dataset.named ? row.querySelector("[data-field=by]").value.trim() : ""
    row.querySelector("legend").textContent = `${list.dataset.one} ${place + 1}${by && `: ${by}`}`
  })
}

// A row for everybody who speaks in the closing round, in their order; one in which nobody has written changes its name.
function callOut() {
  const together = company(), by = row => row.querySelector("[data-field=by]")
  document.getElementById("people").replaceChildren(...together.everybody.map(name => new Option(name)))
  for (const list of all("[data-named]")) {
    const isFresh = row => !hasWords(row) && by(row).value === (row.dataset.called || "")
    const begun = all(".row", list).filter(row => !isFresh(row)), fresh = all(".row", list).filter(isFresh)
    const open = (way() === "alone" ? [] : together[list.dataset.named])
      .filter(name => !begun.some(row => same(by(row).value.trim(), name)))
    const call = (row, name) => { by(row).value = row.dataset.called = name }
    open.forEach((name, place) => call(fresh[place] || addRow(list), name))
    for (const row of fresh.slice(open.length)) begun.length + open.length ? row.remove() : call(row, "")
    number(list)
  }
}

// Editions of a framework in force on the day; what was chosen stays.
function inForce() {
  const day = value("date") || today()
  for (const edition of all("optgroup")) {
    const holds = (edition.dataset.from || day) <= day && day <= (edition.dataset.to || day)
    edition.hidden = edition.disabled = !holds && ![...edition.children].some(each => each.selected)
  }
}

function add(list) {
  const row = addRow(list)
  inForce()
  row.querySelector("[data-field]").focus()
}

for (const list of all("[data-rows]")) {
  addRow(list)
  list.querySelector("[data-add]").addEventListener("click", () => add(list))
}
control("date").value = today()
findDraft()
for (const folded of all("details")) if (hasWords(folded)) folded.open = true
callOut()
inForce()
show()
document.getElementById("without").hidden = true // it stays where no script runs, or an old browser stops at this one
form.hidden = false

form.addEventListener("submit", event => event.preventDefault())
form.addEventListener("input", event => {
  if (event.target === box) return
  if (!standing) told.textContent = ""
  if (event.target.matches("[name=mode], [name=length], [name=company]")) show()
  keep()
})
form.addEventListener("change", event => {
  if (event.target.matches("[data-role], [name=facilitator], [name=mode], [name=length], [name=company]")) callOut()
  if (event.target.matches("[name=date]")) inForce()
  if (event.target.matches("[data-named] [data-field=by]")) number(event.target.closest("[data-rows]"))
})
document.getElementById("spelling").addEventListener("change", event => { form.spellcheck = event.target.checked })
