// The list of all learning points, of which a page has the first fifty: the others, and which of them fit a choice, are
// scripts beside the page that call `circleList`. They are fetched when somebody chooses, and not before. A list that is
// all on the page needs none. What is asked for here gives nothing if it is there already, else a promise.
const circleListed = (() => {
  const list = document.querySelector(".choosing .every > .points")
  if (!list) return null
  const TOGETHER = 25
  const { many, choices, version } = document.querySelector(".choosing").dataset
  const cards = [...list.children]
  const size = choices ? Number(many) : cards.length
  const orders = new Map()
  let sets = null, settings = []

  const LAST = "!#()*+,-./:;=?@[", MORE = "]^_{|}~'"
  const numbers = signs => {
    const found = []
    let number = 0
    for (const sign of signs) {
      const last = LAST.indexOf(sign)
      if (last < 0) number = number * MORE.length + MORE.indexOf(sign) + 1
      else {
        found.push(number * LAST.length + last)
        number = 0
      }
    }
    return found
  }
  const steps = signs => {
    let place = -1
    return numbers(signs).map(step => (place += step))
  }
  const places = text => text.split(" ").filter(Boolean).map(Number)

  // What comes is of the build that the page is of, or nothing: a site may be made anew while somebody reads.
  const waiting = new Map(), asked = new Map()
  window.circleList = (name, its, value) => its === version && waiting.get(name)?.(value)
  const fetched = name => {
    if (!asked.has(name)) {
      asked.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script")
        waiting.set(name, resolve)
        script.src = new URL(`${name}.js?${encodeURIComponent(version)}`, new URL(choices, location.href))
        script.onload = script.onerror = () => { asked.delete(name); reject(new Error(name)) }
        document.head.append(script)
      }).finally(() => waiting.delete(name)))
    }
    return asked.get(name)
  }

  const mark = (found, name, place) => found.has(name) ? found.get(name).push(place) : found.set(name, [place])
  const fromPage = () => {
    sets = new Map()
    for (const [place, card] of cards.entries()) {
      settings[place] = card.dataset.setting ?? ""
      for (const [name, values] of Object.entries(card.dataset)) {
        for (const value of values.split(" ")) mark(sets, `${name}=${value}`, place)
      }
    }
    for (const { name, value, dataset } of document.querySelectorAll(".browse [data-cards]")) sets.set(`${name}=${value}`, places(dataset.cards))
    for (const { value, dataset } of document.querySelectorAll("[data-order]")) orders.set(value, places(dataset.order))
  }
  if (!choices) fromPage()
  const known = () =>
    sets ? null : fetched("choices").then(told => {
      sets = new Map(Object.entries(told.sets).map(([name, signs]) => [name, steps(signs)]))
      for (const [setting, signs] of Object.entries(told.settings)) for (const place of steps(signs)) settings[place] = setting
    })
  const ordered = name => orders.has(name) || !name ? null : fetched(`by-${name}`).then(signs => orders.set(name, numbers(signs)))

  // A card as `card.py` draws it.
  const make = (tag, words, name) => {
    const made = document.createElement(tag)
    made.textContent = words
    if (name) made.className = name
    return made
  }
  const drawn = ([address, title, sentence, same, setting, ...facts]) => {
    const card = make("li", ""), link = make("a", title)
    if (setting) card.dataset.setting = setting
    link.setAttribute("href", address)
    card.append(link, make("p", sentence))
    if (same) card.append(" ", make("small", `Says the same as: ${same}`))
    if (facts.length) {
      const strip = make("ul", "", "facts")
      strip.dataset.searchExclude = "true"
      strip.append(...facts.map(fact => make("li", fact)))
      card.append(strip)
    }
    return card
  }
  const load = wanted => {
    const parts = [...new Set(wanted.filter(place => !cards[place]).map(place => Math.floor(place / TOGETHER)))]
    if (!parts.length) return null
    return Promise.all(parts.map(async part => {
      for (const [at, row] of (await fetched(`cards-${part}`)).entries()) cards[part * TOGETHER + at] ??= drawn(row)
    }))
  }

  return {
    list, size, known, ordered, load,
    isKnown: () => sets !== null,
    card: place => cards[place],
    has: wanted => wanted.every(place => cards[place]),
    fits: choice => sets?.get(choice) ?? [],
    order: name => orders.get(name),
    setting: place => settings[place] ?? "",
  }
})()
