// Shows what is new to somebody, to them alone. Once they ask for it, their browser keeps which learning points were there
// when they last looked, and nothing of when that was. What is there now stands in a script that is fetched then and not
// before.
(() => {
  const box = document.querySelector(".since")
  if (!box) return
  const MOST = 50
  const kept = `${__md_scope.pathname}.circle-seen`
  const said = box.querySelector(".since__said"), list = box.querySelector("ul"), more = box.querySelector(".since__more")
  const [ask, looked, forget] = box.querySelectorAll("button")
  let seen
  try { seen = localStorage.getItem(kept) } catch { return } // it keeps nothing for this page: then nothing is offered

  const fetched = () =>
    new Promise((resolve, reject) => {
      window.circleIds = ids => resolve(ids.split(" "))
      const script = document.createElement("script")
      script.src = box.dataset.ids
      script.onerror = () => { asked = undefined; reject(new Error(script.src)) }
      document.head.append(script)
    })
  let asked
  const here = () => (asked ??= fetched())
  // Where the list is, those that are new are listed, too: the ids stand in its order.
  const listed = async fresh => {
    if (!circleListed || !fresh.length) return []
    const ids = await here(), names = new Set(fresh)
    const places = [...ids.keys()].filter(place => names.has(ids[place])).slice(0, MOST)
    await circleListed.load(places)
    const links = places.map(place => [circleListed.card(place)?.querySelector("a"), ids[place]])
    return links.filter(([link, id]) => link?.href.includes(id)).map(([link]) => link) // unless they are another day's
  }

  const show = async fresh => {
    const links = await listed(fresh)
    const on = seen !== null
    ask.hidden = on
    forget.hidden = !on
    looked.hidden = !fresh.length
    more.hidden = circleListed !== null || !fresh.length
    const named = fresh.length === 1 ? "1 learning point is" : `${fresh.length} learning points are`
    said.textContent = !on
      ? "This browser can keep which learning points are here now, and show you what is new when you come back. Nobody is told."
      : fresh.length ? `${named} new since you last looked.` : "Nothing is new since you last looked."
    list.replaceChildren(...links.map(link => {
      const item = document.createElement("li"), copy = document.createElement("a")
      copy.href = link.href
      copy.textContent = link.textContent
      item.append(copy)
      return item
    }))
    list.hidden = !links.length
    if (links.length < fresh.length && circleListed) said.textContent += ` Here are ${links.length} of them.`
    box.hidden = false
  }
  const keep = async () => {
    try {
      const ids = (await here()).join(" ")
      localStorage.setItem(kept, ids)
      seen = ids
      await show([])
      forget.focus()
    } catch {
      said.textContent = "This browser could not keep it."
    }
  }
  ask.addEventListener("click", keep)
  looked.addEventListener("click", keep)
  forget.addEventListener("click", () => {
    localStorage.removeItem(kept)
    seen = null
    show([]).then(() => ask.focus())
  })

  if (seen === null) return show([])
  document.querySelector(".choosing")?.before(box) // above the list it is found; below it, it is only offered
  const before = new Set(seen.split(" "))
  here().then(ids => show(ids.filter(id => !before.has(id)))).catch(async () => {
    await show([])
    said.textContent = "What is new could not be looked up just now."
  })
})()
