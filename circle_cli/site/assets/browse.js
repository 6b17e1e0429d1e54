// Hides the learning points that were not chosen. The page shows all of them as it is drawn; this script only narrows.
(() => {
  const controls = document.querySelector(".browse")
  if (!controls) return
  const part = name => controls.querySelector(`.browse__${name}`)
  const [list, status, instead] = ["chosen", "count", "instead"].map(part)
  const summary = controls.querySelector("summary")
  const least = Number(controls.dataset.least)
  const boxes = [...controls.querySelectorAll("input")]
  const marksOf = card =>
    Object.entries(card.dataset).flatMap(([name, found]) => found.split(" ").map(each => `${name}=${each}`))
  const cards = [...document.querySelectorAll(".points > li")].map(card => ({ card, marks: new Set(marksOf(card)) }))

  const title = box => box.parentElement.querySelector("span").textContent
  const heading = box => box.closest("fieldset").getAttribute("aria-label")
  const byFacet = chosen =>
    [...new Set(chosen.map(box => box.name))].map(name => chosen.filter(box => box.name === name))
  // One choice of a facet is enough; but of every facet that has any.
  const fits = (marks, facets) => facets.every(facet => facet.some(box => marks.has(`${box.name}=${box.value}`)))

  const item = (words, name, act) => {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = words
    if (name) button.setAttribute("aria-label", name)
    button.addEventListener("click", act)
    const made = document.createElement("li")
    made.append(button)
    return made
  }
  // The places of the cards in which the words were found, the best first; null where none were typed.
  let found = null
  document.addEventListener("words", ({ detail: { places } }) => {
    found = places && new Set(places)
    const order = places ? [...places, ...cards.keys()] : [...cards.keys()]
    cards[0]?.card.parentElement.append(...[...new Set(order)].map(place => cards[place].card))
    show()
  })
  const drop = (dropped, place = -1) => {
    for (const box of dropped) box.checked = false
    show()
    const chips = list.querySelectorAll("button")
    ;(place < 0 || !chips.length ? summary : chips[Math.min(place, chips.length - 1)]).focus()
  }

  const told = shown => {
    if (!shown) return "No learning point fits all that you chose. You could take one of these away:"
    const few = shown < least ? `Fewer than ${least}` : shown
    return `${shown === cards.length ? shown : `${few} of ${cards.length}`} learning points`
  }
  // With nothing to show: the headings without which there would be something, else all of them.
  const ways = facets => {
    const helping = facets.filter(facet =>
      cards.some(({ marks }) => fits(marks, facets.filter(other => other !== facet)))
    )
    const words = facet => `${heading(facet[0])}: ${facet.map(title).join(" or ")}`
    const named = helping.map(facet => item(words(facet), "", () => drop(facet)))
    return named.length ? named : [item("All that you chose", "", () => drop(boxes))]
  }
  const keepAddress = chosen => {
    const address = new URL(location.href)
    const words = address.searchParams.get("words")
    address.search = new URLSearchParams([...(words ? [["words", words]] : []), ...chosen.map(box => [box.name, box.value])])
    history.replaceState(null, "", address)
  }

  const show = () => {
    const chosen = boxes.filter(box => box.checked)
    const facets = byFacet(chosen)
    let shown = 0
    for (const [place, { card, marks }] of cards.entries()) {
      const fitting = fits(marks, facets) && (!found || found.has(place))
      card.hidden = !fitting
      shown += fitting
    }
    status.textContent = told(shown)
    const chips = chosen.map((box, place) =>
      item(`${title(box)} ✕`, `Take away ${heading(box)}: ${title(box)}`, () => drop([box], place))
    )
    if (chosen.length > 1) chips.push(item("Show all", "", () => drop(boxes)))
    list.replaceChildren(...chips)
    list.hidden = !chosen.length
    instead.replaceChildren(...(shown ? [] : ways(facets)))
    instead.hidden = shown > 0
    keepAddress(chosen)
  }

  const asked = new URLSearchParams(location.search)
  for (const box of boxes) {
    box.checked = asked.getAll(box.name).includes(box.value)
    if (box.checked) box.closest("details").open = true
  }
  controls.addEventListener("change", show)
  controls.hidden = false
  show()
})()
