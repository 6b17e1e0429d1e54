// Passes on a list of learning points: its link, or an e-mail with titles and addresses. Nothing is sent from here.
const circlePassing = (() => {
  // Windows hands no longer address than this to the program for e-mail; what is over is cut off, or not opened at all.
  const ROOM = 1900
  const encoded = lines => encodeURIComponent(lines.join("\r\n"))

  // From a folder, what others can open is the site's address, if it is known; the folder's own name is for nobody else.
  const linkOf = page => {
    const link = new URL(page)
    if (link.protocol !== "file:") return link.href
    const published = document.querySelector("link[rel=canonical]")?.href
    return published ? Object.assign(new URL(published), { search: link.search }).href : null
  }

  // `cards` are links, the first first; `chosen` says what was chosen, in words. Gives the address, and how many are in it.
  const mail = (cards, chosen, list) => {
    const begun = [...(chosen ? [`Chosen: ${chosen}`, ""] : [])]
    const end = ["", `The whole list: ${list}`]
    const head = `mailto:?subject=${encodeURIComponent(document.title)}&body=`
    const entries = []
    let room = ROOM - head.length - encoded([...begun, ...end]).length
    for (const card of cards) {
      const entry = [`${entries.length + 1}. ${card.textContent}`, new URL(card.getAttribute("href"), list).href, ""]
      room -= encoded(["", ...entry]).length
      if (room < 0) break
      entries.push(entry)
    }
    return { address: head + encoded([...begun, ...entries.flat(), ...end.slice(1)]), many: entries.length }
  }

  // A browser may have no clipboard for a page: without https, or out of a folder. Then the old way; else it is shown.
  const copy = async text => {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      const field = document.createElement("textarea")
      field.value = text
      document.body.append(field)
      field.select()
      try { return document.execCommand("copy") } catch { return false } finally { field.remove() }
    }
  }
  return { linkOf, mail, copy }
})()
