// What the theme leaves out for people who use a keyboard or a screen reader. Without this script everything can be
// read; the menu of the theme needs a script anyway.
(() => {
  // The theme's menu button is a label, which no key can reach: a real button in its place.
  const replaceLabel = (id, name, open) => {
    const toggle = document.getElementById(id)
    const label = document.querySelector(`.md-header__inner > label[for=${id}]`)
    if (!toggle || !label) return
    const button = document.createElement("button")
    button.type = "button"
    button.className = `${label.className} circle-${id.slice(2)}`
    button.setAttribute("aria-label", name)
    button.append(...label.childNodes)
    label.replaceWith(button)
    const tell = () => {
      button.setAttribute("aria-expanded", toggle.checked)
      open(toggle.checked)
    }
    button.addEventListener("click", () => toggle.click())
    toggle.addEventListener("change", tell)
    document.addEventListener("keydown", event => {
      if (event.key !== "Escape" || !toggle.checked) return
      toggle.click()
      button.focus()
    })
    tell()
  }

  replaceLabel("__drawer", "All pages", open => {
    // The menu lies over the page: while it is open, the keyboard stays in it.
    for (const part of document.querySelectorAll(".md-header, .md-content, .md-footer")) part.inert = open
    if (open) document.querySelector(".md-nav--primary .md-nav__list a")?.focus()
  })

  // The theme remembers the colours that it showed, and shows them again whatever the system has by then. They are
  // remembered only where somebody chose them; until then they follow the system, while a page is open too.
  const inputs = [...document.querySelectorAll("[data-md-component=palette] input")]
  const shown = `${__md_scope.pathname}.__palette`, chosen = `${__md_scope.pathname}.circle-colours-chosen`
  const remembered = what => {
    // A browser may forbid it.
    try { return what(localStorage) } catch { return null }
  }
  const forget = () => remembered(storage => storage.getItem(chosen) ?? storage.removeItem(shown))
  let byHand = true
  forget()
  addEventListener("pagehide", forget)
  for (const input of inputs) {
    input.addEventListener("change", () => byHand && remembered(storage => storage.setItem(chosen, "yes")))
    matchMedia(input.dataset.mdColorMedia).addEventListener("change", ({ matches }) => {
      if (!matches || remembered(storage => storage.getItem(chosen))) return
      byHand = false
      input.click()
      byHand = true
    })
  }

  // The theme marks in the list of headings which one is being read, for the eye alone.
  const tellRead = changes => {
    for (const { target } of changes) {
      if (target.classList.contains("md-nav__link--active")) target.setAttribute("aria-current", "location")
      else target.removeAttribute("aria-current")
    }
  }
  for (const link of document.querySelectorAll(".md-nav--secondary a.md-nav__link")) {
    new MutationObserver(tellRead).observe(link, { attributeFilter: ["class"] })
  }

  // A sheet of paper says where it is from, with what was chosen there. From a folder that is the site's address, if it
  // is known, which stands there already.
  const here = document.querySelector(".here")
  const tellPlace = () => {
    const place = new URL(location)
    place.hash = ""
    const found = circlePassing.linkOf(place)
    if (here && found) here.textContent = found
  }
  addEventListener("beforeprint", tellPlace)
  matchMedia("print").addEventListener("change", tellPlace)

  // A table that is wider than the screen must be scrollable with the keyboard too.
  const mind = () => {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (box.scrollWidth <= box.clientWidth) continue
      box.tabIndex = 0
      box.setAttribute("role", "region")
      box.setAttribute("aria-label", "Table")
    }
  }
  addEventListener("load", mind)
  addEventListener("resize", mind)
})()
