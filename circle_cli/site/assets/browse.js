// Shows the learning points that were chosen, fifty at a time. What looks for words says so with the event `words` on the
// document: `detail.places` are the places, in the list as it is drawn, of those that it found, the best first; or null where
// no words are looked for.
(() => {
  if (!circleListed) return
  const { list, size: many, card } = circleListed
  const AT_ONCE = 50
  const one = selector => document.querySelector(selector)
  const controls = one(".browse"), panel = one(".browse__panel"), done = one(".browse__done button")
  const [above, beside, pages] = [".above", ".beside", ".choosing .pages"].map(one)
  const why = one(".browse__why")
  const status = one(".browse__count")
  const [chips, instead, said] = [".browse__chosen", ".browse__instead", ".beside__said"].map(name => one(name))
  const [copy, mail] = ["button", "a"].map(name => one(`.beside__ways ${name}`))
  const orders = [...document.querySelectorAll(".beside__order input")]
  const asDrawn = orders[0].parentElement.querySelector("span")
  const inOrder = asDrawn.textContent
  const order = () => orders.find(({ checked }) => checked)
  const wide = matchMedia("(min-width: 45em)")
  const linkOf = place => card(place).querySelector("a")

  // What can be ticked: each a heading's, with the cards that fit it.
  const { size, either, setOf, go, fit } = circleTogether(many, Number(controls?.dataset.least))
  const all = setOf(Array(many).keys())
  const sets = new Map()
  const choices = [...(controls?.querySelectorAll("input") ?? [])].map(box => ({
    box,
    heading: box.closest("fieldset").getAttribute("aria-label"),
    title: box.parentElement.querySelector("span").textContent,
    number: box.parentElement.querySelector(".browse__fit"),
    told: box.dataset.cards === undefined,
    get set() {
      const name = `${box.name}=${box.value}`
      if (!sets.has(name)) sets.set(name, setOf(circleListed.fits(name)))
      return sets.get(name)
    },
  }))
  // Does something at once if nothing has to be fetched for it, else then.
  const once = (waiting, act) => (waiting ? waiting.then(act, failed) : act())
  const failed = () => say("The list could not be fetched just now. You can try again, or look by theme.")
  const ticked = () => choices.filter(({ box }) => box.checked)
  const whole = ({ heading, title }) => `${heading}: ${title}`
  // One choice of a heading is enough; but of every heading that has any.
  const headings = among => {
    const found = new Map()
    for (const each of among) found.set(each.box.name, [...(found.get(each.box.name) ?? []), each])
    return found
  }
  const setsOf = found => [...found.values()].map(group => group.map(({ set }) => set).reduce(either))

  // What was found by words: the cards, and their order; and what an address asked for that does not go with the rest.
  let words = null
  let left = []
  let page = 1

  const item = (text, name, act) => {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = text
    if (name) button.setAttribute("aria-label", name)
    button.addEventListener("click", act)
    const made = document.createElement("li")
    made.append(button)
    return made
  }
  const drop = (dropped, place = -1) => {
    for (const { box } of dropped) box.checked = false
    changed()
    const buttons = chips.querySelectorAll("button")
    if (place >= 0 && buttons.length) return buttons[Math.min(place, buttons.length - 1)].focus()
    ;(controls.querySelector(".browse__title button") ?? controls.querySelector("summary")).focus()
  }
  // With nothing to show: the headings without which there would be something, else all of them.
  const ways = chosen => {
    const found = headings(chosen)
    const without = name => setsOf(new Map([...found].filter(([each]) => each !== name)))
    const helping = [...found].filter(([name]) => size(fit(without(name), words?.set ?? all)))
    const named = helping.map(([, group]) =>
      item(`${group[0].heading}: ${group.map(({ title }) => title).join(" or ")}`, "", () => drop(group))
    )
    return named.length || !chosen.length ? named : [item("All that you chose", "", () => drop(chosen))]
  }

  // Beside each choice stands how many would fit it: as long as neither that nor what it leaves out is a small number.
  const number = chosen => {
    const found = headings(chosen)
    let grey = 0
    for (const choice of choices) {
      const others = setsOf(new Map([...found].filter(([name]) => name !== choice.box.name)))
      const beside = found.get(choice.box.name)?.map(({ set }) => set) ?? []
      const goes = within =>
        go([...others, choice.set], within) && go([...others, [choice.set, ...beside].reduce(either)], within)
      const here = words?.set ?? all
      const count = size(fit([...others, choice.set], here))
      const added = choice.box.checked || (count > 0 && goes(all) && (!words || goes(here)))
      const told = count > 0 && goes(all) && (!words || goes(here))
      const text = told ? `(${count})` : choice.box.checked ? "" : "(cannot be added)"
      if (choice.number.textContent !== text) choice.number.textContent = text
      choice.box.setAttribute("aria-disabled", !added)
      grey += !added
    }
    if (why) why.hidden = !grey
  }

  const shownOf = set => placesInOrder().filter(place => set[place >> 5] >> (place & 31) & 1)
  const placesInOrder = () => circleListed.order(order().value) ?? (words ? words.order : [...Array(many).keys()])
  // What cards say is made to be told together; a list that is chosen by more, or by words, tells less of each.
  const tells = (chosen, shown) => {
    if (!words && chosen.every(({ told }) => told)) return "all"
    const settings = new Map()
    for (const place of shown) {
      const setting = circleListed.setting(place)
      settings.set(setting, (settings.get(setting) ?? 0) + 1)
    }
    return [...settings.values()].every(count => count >= Number(controls?.dataset.least)) ? "setting" : "nothing"
  }

  // Only cards that are seen stand in the page: to hide thousands would take as long as to draw them. On paper stand all,
  // if they are here; else those that are seen, and the page they are.
  let fitting = []
  const seen = () => fitting.slice((page - 1) * AT_ONCE, page * AT_ONCE)
  const paint = printing => {
    const whole = printing && circleListed.has(fitting)
    list.replaceChildren(...(whole ? fitting : seen()).map(card))
    pages.classList.toggle("pages--whole", whole)
  }
  const printAll = () => once(circleListed.load(fitting), () => print())
  addEventListener("beforeprint", () => paint(true))
  addEventListener("afterprint", () => paint(false))
  matchMedia("print").addEventListener("change", ({ matches }) => paint(matches))
  const turn = to => {
    page = to
    show(() => {
      above.scrollIntoView()
      list.querySelector("li a").focus({ preventScroll: true })
    })
  }
  const drawPages = shown => {
    const last = Math.ceil(shown / AT_ONCE)
    pages.hidden = last < 2
    if (pages.hidden) return pages.replaceChildren()
    const button = (text, to) => {
      const made = item(text, "", () => turn(to)).firstChild
      made.hidden = to < 1 || to > last
      return made
    }
    const here = document.createElement("span")
    here.textContent = `Page ${page} of ${last}`
    const print = item(`Print all ${shown}`, "", printAll).firstChild
    pages.replaceChildren(button("Previous page", page - 1), here, button("Next page", page + 1), print)
  }

  const points = count => `${count} learning point${count === 1 ? "" : "s"}`
  const told = (shown, chosen) => {
    const nothing = words ? (chosen.length ? "with these words fits all that you chose" : "has these words") : "fits all that you chose"
    if (!shown) return `No learning point ${nothing}.${chosen.length ? " You could take one of these away:" : ""}`
    const counted = shown === many ? points(shown) : `${shown} of ${points(many)}`
    return page > 1 ? `${counted}, page ${page}` : counted
  }
  const pass = (shown, chosen) => {
    const address = new URL(location.href)
    address.searchParams.delete("page")
    const link = circlePassing.linkOf(address)
    copy.parentElement.hidden = !link
    if (!link) return ""
    const { address: letter, many: room } = circlePassing.mail(shown.slice(0, AT_ONCE).map(linkOf), chosen.map(whole).join("; "), link)
    mail.href = letter
    mail.hidden = !shown.length
    copy.onclick = async () => say((await circlePassing.copy(link)) ? "The link is copied." : `The link of this list: ${link}`)
    return room < shown.length ? `An e-mail has room for the first ${room}; its link leads to all of them.` : ""
  }
  const say = (...sentences) => {
    said.textContent = sentences.filter(Boolean).join(" ")
    said.hidden = !said.textContent
  }
  const keepAddress = chosen => {
    const address = new URL(location.href)
    const kept = chosen.map(({ box }) => [box.name, box.value])
    const looked = address.searchParams.get("words")
    if (looked) kept.push(["words", looked])
    if (order().value) kept.push(["order", order().value])
    if (page > 1) kept.push(["page", page])
    address.search = new URLSearchParams(kept)
    history.replaceState(null, "", address)
  }

  // What has to be fetched is shown as soon as it is there, unless something else is wanted then.
  const show = (after = () => {}) => {
    const chosen = ticked()
    const waiting = ((chosen.length || words) && circleListed.known()) || circleListed.ordered(order().value)
    if (waiting) return once(waiting, () => show(after))
    const set = fit(setsOf(headings(chosen)), words?.set ?? all)
    const shown = shownOf(set)
    page = Math.min(page, Math.ceil(shown.length / AT_ONCE) || 1)
    fitting = shown
    const missing = circleListed.load([...seen(), ...shown.slice(0, AT_ONCE)])
    if (missing) return once(missing, () => show(after))
    paint(false)
    list.dataset.tells = tells(chosen, shown)
    if (circleListed.isKnown()) number(chosen)
    drawPages(shown.length)
    status.textContent = told(shown.length, chosen)
    if (done) done.textContent = shown.length ? `Show ${points(shown.length)}` : "Show the list"
    const buttons = chosen.map((choice, place) => {
      const made = item(choice.title, `Take away ${whole(choice)}`, () => drop([choice], place))
      const sign = document.createElement("span")
      sign.className = "browse__away"
      sign.textContent = " ✕"
      made.firstChild.append(sign)
      return made
    })
    if (chosen.length > 1) buttons.push(item("Show all", "", () => drop(chosen)))
    chips.replaceChildren(...buttons)
    chips.hidden = !chosen.length
    instead.replaceChildren(...(shown.length ? [] : ways(chosen)))
    instead.hidden = !instead.children.length
    keepAddress(chosen)
    const not = left.map(({ title }) => `“${title}”`).join(" and ")
    say(not && `${not} cannot be shown together with the rest, and was left out.`, pass(shown, chosen))
    after()
  }
  const changed = () => {
    left = []
    page = 1
    show()
  }

  // What was ticked by an address goes in as if somebody had: each as far as it goes with those before it.
  const asked = new URLSearchParams(location.search)
  const wanted = choices.filter(({ box }) => asked.getAll(box.name).includes(box.value))
  const begin = () => {
    for (const choice of wanted) {
      choice.box.checked = true
      if (!go(setsOf(headings(ticked())), all)) {
        choice.box.checked = false
        left.push(choice)
      }
      choice.box.closest("details").open = true
    }
    show()
  }
  for (const { box } of choices) box.checked = false
  for (const each of orders) each.checked = each.value === (asked.get("order") ?? "")
  if (!order()) orders[0].checked = true
  page = Math.max(1, Number.parseInt(asked.get("page")) || 1)

  controls?.addEventListener("click", event => {
    if (event.target.getAttribute("aria-disabled") !== "true") return
    event.preventDefault()
    const { title } = choices.find(({ box }) => box === event.target)
    say(`“${title}” cannot be added to what you chose.`)
  })
  controls?.addEventListener("change", ({ target }) => {
    once(circleListed.known(), () => {
      // Taking one away can leave what would not have been offered: then its heading goes with it.
      if (!go(setsOf(headings(ticked())), all)) {
        for (const { box } of choices) if (box.name === target.name) box.checked = false
      }
      changed()
    })
  })
  for (const each of orders) each.addEventListener("change", changed)
  document.addEventListener("words", ({ detail: { places: found } }) => {
    words = found && { order: found, set: setOf(found) }
    asDrawn.textContent = words ? "closest to your words first" : inOrder
    changed()
  })

  // Beside the list where there is room; else unfolded above it, until somebody asks for the list.
  const title = controls?.querySelector(".browse__title")
  const unfold = open => {
    panel.hidden = !open
    controls.classList.toggle("browse--open", open)
    title.querySelector("button")?.setAttribute("aria-expanded", open)
    if (open && !wide.matches) title.scrollIntoView()
  }
  const fold = () => {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = title.textContent
    button.setAttribute("aria-controls", panel.id)
    button.addEventListener("click", () => unfold(panel.hidden))
    title.replaceChildren(wide.matches ? title.textContent : button)
    unfold(wide.matches)
  }
  if (controls) {
    done.addEventListener("click", () => {
      unfold(false)
      above.scrollIntoView()
      list.querySelector("li a")?.focus({ preventScroll: true })
    })
    wide.addEventListener("change", fold)
    fold()
    controls.hidden = false
  }
  above.hidden = beside.hidden = false
  once(wanted.length ? circleListed.known() : null, begin)
})()
