// Finds learning points by their words, where they are so many that they have an index of their own (Pagefind's). It
// needs a server: read from a folder the box stays hidden, and what browse.js does goes on working.
(() => {
  const box = document.querySelector(".words")
  if (!box || location.protocol === "file:") return
  const AT_ONCE = 20
  const [input, status] = ["input", "p"].map(name => box.querySelector(name))
  const found = document.querySelector(".found")
  const [list, more] = ["ul", "button"].map(name => found.querySelector(name))
  const least = Number(box.dataset.least)
  const name = address => address.split("/").pop()
  const cards = new Map()
  for (const card of document.querySelectorAll(".every > .points > li")) {
    cards.set(name(card.querySelector("a").pathname), card)
  }

  // Fetched when somebody is about to use it.
  let pagefind
  const open = () => {
    pagefind ??= import("./pagefind/pagefind.js").then(async module => (await module.init(), module))
    return pagefind
  }

  // Of a facet any that is chosen, and every facet that has any: as browse.js has it.
  const chosen = () => {
    const facets = {}
    for (const { name, value } of document.querySelectorAll(".browse input:checked")) {
      ;(facets[name] ??= { any: [] }).any.push(value)
    }
    return facets
  }
  const told = (count, elsewhere) => {
    if (count >= least) return `${count} learning point${count === 1 ? "" : "s"} with these words`
    if (count) return `Fewer than ${least} learning points with these words`
    if (elsewhere) return "No learning point with these words fits all that you chose. You could take a choice away."
    return "No learning point has these words. You could try fewer of them, or others."
  }

  // Pagefind puts <mark> and </mark> around what was found, and writes the text's own < and > as &lt; and &gt;.
  const excerpt = text => {
    const made = document.createElement("p")
    const pieces = text.split(/<\/?mark>/).map(piece => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"))
    for (const [place, piece] of pieces.entries()) {
      const part = place % 2 ? document.createElement("mark") : document.createTextNode("")
      part.textContent = piece
      made.append(part)
    }
    return made
  }
  const item = ({ raw_url, excerpt: text }) => {
    const card = cards.get(name(raw_url)).cloneNode(true)
    card.hidden = false
    card.querySelector("a").after(excerpt(`${text} …`))
    return card
  }

  // Each look is a turn: an answer to what was asked before comes too late.
  let turn = 0
  let rest = []
  const next = async () => {
    const items = (await Promise.all(rest.slice(0, AT_ONCE).map(each => each.data()))).map(item)
    rest = rest.slice(AT_ONCE)
    return items
  }
  const show = (used, message = "", items = []) => {
    box.toggleAttribute("data-used", used)
    found.hidden = !used
    list.replaceChildren(...items)
    more.hidden = !rest.length
    status.textContent = message
  }
  const keepAddress = words => {
    const address = new URL(location.href)
    address.searchParams.delete("words")
    if (words) address.searchParams.set("words", words)
    history.replaceState(null, "", address)
  }

  const look = async () => {
    const mine = ++turn
    const words = input.value.trim()
    keepAddress(words)
    rest = []
    if (!words) return show(false)
    try {
      const { debouncedSearch } = await open()
      const answer = await debouncedSearch(words, { filters: chosen() }, 200)
      if (!answer || mine !== turn) return
      rest = answer.results
      const items = await next()
      if (mine === turn) show(true, told(answer.results.length, answer.unfilteredResultCount), items)
    } catch {
      pagefind = undefined
      if (mine === turn) show(false, "Words cannot be searched for just now. You can still choose from the list.")
    }
  }

  more.addEventListener("click", async () => {
    const mine = turn
    const items = await next()
    if (mine !== turn) return
    list.append(...items)
    more.hidden = !rest.length
    items[0].querySelector("a").focus()
  })
  input.value = new URLSearchParams(location.search).get("words") ?? ""
  input.addEventListener("focus", () => open().catch(() => {}), { once: true })
  input.addEventListener("input", look)
  document.addEventListener("chosen", look)
  box.hidden = false
  look()
})()
