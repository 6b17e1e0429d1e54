// The box in which to search, on every page, and the words marked on the page that it led to. What looks words up
// (`ENGINE`), and the index, are fetched when somebody begins to type, and not before.
(() => {
  const top = new URL(".", document.currentScript.src)
  const ENGINE = ["words.js", "entries.js", "ask.js"]
  const AT_ONCE = 8, PAGES_AT_ONCE = 4, LEAST = 5, PAUSE = 120
  const make = (tag, words, ...classes) => {
    const made = document.createElement(tag)
    if (words) made.textContent = words
    made.classList.add(...classes)
    return made
  }

  let asker
  const fetched = () =>
    (asker ??= Promise.all(ENGINE.map(script)).then(() => window.circleAsk)
      .catch(error => { asker = undefined; throw error }))
  const script = name =>
    new Promise((resolve, reject) => {
      const made = document.createElement("script")
      made.src = new URL(name, top)
      // One after the other.
      made.async = false
      made.onload = resolve
      made.onerror = reject
      document.head.append(made)
    })
  const ask = async question => (await fetched()).ask(question)
  window.circleFind = { ask, engine: fetched }

  // What is announced has to be there before it says anything, and is not needed before somebody comes to the box.
  const announcer = (input, place) => {
    const status = make("p", "", "find__said")
    status.setAttribute("role", "status")
    input.addEventListener("focus", () => status.isConnected || place(status))
    return status
  }

  const said = words => words.map(word => `“${word}”`).join(" and ")
  // What was looked for in the place of what was typed, and what that stands for here.
  const understood = ({ instead, means, missing, points, pages }) => {
    const told = []
    for (const { word, instead: words } of instead) told.push(`No page has “${word}”. This is for ${said(words.slice(0, 2))}.`)
    if (means.length) told.push(`Also looked for: ${means.slice(0, 4).join(", ")}.`)
    if (missing.length && points.length + pages.length) told.push(`Nothing has ${said(missing)}.`)
    return told
  }
  // So few that they can be seen are not counted.
  const counted = ({ points, pages, pagesFirst }) => {
    const some = points.length < LEAST ? "Learning points" : `${points.length} learning points`
    if (points.length && pages.length && pagesFirst) return "How this site is used, first; then learning points."
    if (points.length) return `${some}, what fits best first${pages.length ? "; then pages of guidance" : ""}.`
    return pages.length ? "No learning point has this, but pages of guidance do." : "Nothing here has these words."
  }

  const item = ({ title, address, about, page }, looked) => {
    const made = make("li"), link = make("a", page || title)
    link.href = withWords(new URL(address, top), looked)
    if (page) link.append(make("small", ` ${title}`))
    made.append(link, make("p", about))
    return made
  }
  const withWords = (address, { marks, near }) => {
    for (const [name, words] of [["words", marks], ["near", near]]) {
      if (words.length) address.searchParams.set(name, words.slice(0, 12).map(each => each.replaceAll(" ", "_")).join(" "))
    }
    return address
  }
  const listed = async (answer, numbers, heading, most) => {
    if (!numbers.length) return []
    const list = make("ul"), more = make("button", "Show more")
    more.type = "button"
    let shown = 0
    const add = async () => {
      const next = numbers.slice(shown, shown + most)
      shown += next.length
      const items = (await Promise.all(next.map(answer.document))).map(found => item(found, answer))
      list.append(...items)
      more.hidden = shown >= numbers.length
      return items
    }
    more.addEventListener("click", async () => (await add())[0].querySelector("a").focus())
    await add()
    list.setAttribute("aria-label", heading)
    return [make("p", heading, "find__head"), list, more]
  }
  const ways = async (answer, again) => {
    const near = await answer.nearest(), made = []
    const leading = ([words, address]) => {
      const way = make("li"), link = make("a", words)
      link.href = new URL(address, top)
      way.append(link)
      return way
    }
    if (near.length) {
      const list = make("ul", "", "find__near")
      list.append(...near.map(word => {
        const way = make("li"), button = make("button", word)
        button.type = "button"
        button.addEventListener("click", () => again(word))
        way.append(button)
        return way
      }))
      made.push(make("p", "Words that are near", "find__head"), list)
    }
    const { themes, every, all_themes } = answer.site
    const list = make("ul", "", "find__near")
    list.append(...[...themes, ["All themes", all_themes], ["All learning points", every]].map(leading))
    return [...made, make("p", "Look by theme", "find__head"), list]
  }

  const box = document.querySelector(".find__box")
  const begin = () => {
    const [input, found] = ["input", ".find__found"].map(part => box.querySelector(part))
    const status = announcer(input, status => found.before(status))
    const how = make("p", "Enter opens the one that is marked; arrow keys lead to the others.", "find__how")
    how.ariaHidden = "true"
    const links = () => [...found.querySelectorAll("a, button:not([hidden])")]
    const isOpen = () => box.classList.contains("find--open")
    let turn = 0, pause
    const close = () => {
      turn++
      clearTimeout(pause)
      show("", [])
    }
    const show = (message, parts) => {
      status.textContent = message
      found.replaceChildren(...parts)
      box.classList.toggle("find--open", Boolean(message))
    }
    const again = word => {
      input.value = word
      input.focus()
      look()
    }
    const look = async () => {
      clearTimeout(pause)
      const mine = ++turn, question = input.value.trim()
      if (!question) return close()
      try {
        const answer = await ask(question)
        if (mine !== turn) return
        if (!answer.said.some(word => word.length > 2) && !answer.points.length && !answer.pages.length) {
          return show("Type a little more.", [])
        }
        const some = answer.points.length || answer.pages.length
        const found = await Promise.all([
          listed(answer, answer.points, "Learning points", AT_ONCE), listed(answer, answer.pages, "Guidance", PAGES_AT_ONCE),
        ])
        const parts = some ? (answer.pagesFirst ? found.reverse() : found).flat() : await ways(answer, again)
        if (mine === turn) show([...understood(answer), counted(answer)].join(" "), parts)
      } catch {
        if (mine === turn) show("The search cannot be used just now. You can still choose from the list.", [])
      }
    }
    const step = by => {
      const stops = [input, ...links()], place = stops.indexOf(document.activeElement)
      stops[Math.min(Math.max(place + by, 0), stops.length - 1)].focus()
    }

    input.addEventListener("input", () => {
      if (!input.value.trim()) return close()
      clearTimeout(pause)
      pause = setTimeout(look, PAUSE)
      fetched().catch(() => {})
    })
    box.addEventListener("keydown", async event => {
      if (event.key === "Escape") {
        if (!isOpen()) return
        event.preventDefault()
        close()
        return input.focus()
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault()
        if (!isOpen() && input.value) return look()
        return step(event.key === "ArrowDown" ? 1 : -1)
      }
      // Enter leads to the first that was found; a second time it opens that. Whoever hears the page is told of a link
      // by that; whoever sees it, by a line that nobody need hear.
      if (event.key === "Enter" && event.target === input) {
        event.preventDefault()
        await look()
        const [first] = links()
        if (!first) return
        first.focus()
        if (first.matches("a")) found.prepend(how)
      }
    })
    // Away from the box, what it found would lie over the page.
    box.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !box.contains(relatedTarget)) close()
    })
    document.addEventListener("pointerdown", ({ target }) => box.contains(target) || close())
    document.addEventListener("keydown", event => {
      if (event.key !== "/" || event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select")) return
      if (event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      input.focus()
    })
    box.hidden = false
  }

  // The words that led here, marked in what the page says; where it has none of those that were typed, what means much
  // the same. Nothing is remembered: they stand in its address.
  const mark = async address => {
    const content = document.querySelector("article.md-content__inner")
    if (!content || document.querySelector(".browse, .words")) return
    const said = await markEach(content, address.get("words") ?? "")
    if (said || (await markEach(content, address.get("near") ?? ""))) note(content, said)
  }
  const markEach = async (content, words) => {
    if (!words) return 0
    const { marker } = await fetched()
    const long = await marker(words.split(" ").map(each => each.replaceAll("_", " ")))
    const texts = [], walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(UNMARKED)) texts.push(walker.currentNode)
    let marked = 0
    for (const text of texts) {
      const pieces = [], found = [...text.data.matchAll(WORDS)], all = found.map(([word]) => word)
      let end = 0
      for (let at = 0; at < found.length; at++) {
        const last = at + long(all, at) - 1
        if (last < at) continue
        const from = found[at].index, to = found[last].index + all[last].length
        pieces.push(text.data.slice(end, from), make("mark", text.data.slice(from, to), "find__mark"))
        end = to
        at = last
        marked++
      }
      if (pieces.length) text.replaceWith(...pieces, text.data.slice(end))
    }
    return marked
  }
  const UNMARKED = "svg, script, style, .facts, .beyond"
  const note = (content, said) => {
    const which = said ? "The words that you searched for are marked. " : "Words that mean much the same as yours are marked. "
    const told = make("p", which, "find__note"), button = make("button", "Do not mark them")
    button.type = "button"
    button.addEventListener("click", () => {
      for (const each of content.querySelectorAll(".find__mark")) each.replaceWith(each.textContent)
      content.normalize()
      told.remove()
      const address = new URL(location.href)
      for (const name of ["words", "near"]) address.searchParams.delete(name)
      history.replaceState(null, "", address)
    })
    told.append(button)
    const title = content.querySelector("h1")
    if (title) title.after(told)
    else content.prepend(told)
  }
  const WORDS = /[\p{L}\p{N}\p{M}]+(?:['’‘ʼ‐‑-][\p{L}\p{N}\p{M}]+)*/gu

  // The box on the list of all learning points: what is typed there becomes the event `words`, with the places of
  // those that were found, counted from 0 as the page has them, the best first; null where nothing is typed.
  const beginList = list => {
    const input = list.querySelector("input")
    const status = announcer(input, status => list.append(status))
    let turn = 0, pause
    const keepAddress = words => {
      const address = new URL(location.href)
      address.searchParams.delete("words")
      if (words) address.searchParams.set("words", words)
      history.replaceState(null, "", address)
    }
    const tell = (places, message = "") => {
      status.textContent = message
      document.dispatchEvent(new CustomEvent("words", { detail: { places } }))
    }
    const look = async () => {
      clearTimeout(pause)
      const mine = ++turn, words = input.value.trim()
      keepAddress(words)
      if (!words) return tell(null)
      try {
        const answer = await ask(words)
        if (mine !== turn) return
        if (!answer.points.length && !answer.said.some(word => word.length > 2)) return tell(null, "Type a little more.")
        const near = answer.points.length ? [] : await answer.nearest()
        if (mine !== turn) return
        const nothing = near.length ? `Words that are near: ${near.join(", ")}.` : ""
        tell(answer.points, [...understood(answer), answer.points.length ? "What fits best stands first." : `No learning point has these words. ${nothing}`].join(" ").trim())
      } catch {
        if (mine === turn) tell(null, "Words cannot be searched for just now. You can still choose from the list.")
      }
    }
    input.addEventListener("input", () => {
      clearTimeout(pause)
      pause = setTimeout(look, PAUSE)
    })
    input.value = new URLSearchParams(location.search).get("words") ?? ""
    list.hidden = false
    if (input.value) {
      list.append(status)
      look()
    }
  }

  if (box) begin()
  const list = document.querySelector(".words")
  if (list) beginList(list)
  const address = new URLSearchParams(location.search)
  if (address.has("words") || address.has("near")) mark(address).catch(() => {})
})()
