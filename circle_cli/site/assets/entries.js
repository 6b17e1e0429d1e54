// The index of the site's words, fetched piece by piece: each is a script of ours that calls `circleWords`, so that it can
// be loaded from a folder too. `circle_cli/site/searching` writes them.
(() => {
  const { wordsIn, stemmer } = window.circleWording
  const folder = new URL("search/", document.currentScript.src)

  // ---- Loading
  const waiting = new Map()
  let loaded = new Map(), version, again = ""
  window.circleWords = (name, its, value) => waiting.get(name)?.(its, value)
  // Files of another day, which a browser had kept, are fetched anew, once.
  const anew = () => {
    if (again) return false
    again = `?${Date.now()}`
    loaded = new Map()
    opening = undefined
    return true
  }
  const load = name => {
    if (!loaded.has(name)) loaded.set(name, fetched(name).catch(error => { loaded.delete(name); throw error }))
    return loaded.get(name)
  }
  const fetched = name =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = new URL(`${name}.js${again}`, folder)
      waiting.set(name, (its, value) => {
        if (name === "directory") version = its
        its === version ? resolve(value) : reject(new Error("another day's"))
      })
      script.onerror = () => reject(new Error(name))
      script.onload = () => { script.remove(); reject(new Error(name)) }
      document.head.append(script)
    })

  // ---- The directory, and what is made of it
  let opening
  const open = () =>
    (opening ??= load("directory").then(directory => {
      const common = new Set(directory.rules.common)
      const asking = new Set(directory.rules.asking)
      const plain = stemmer(directory.rules), stems = new Map()
      const stem = word => stems.get(word) ?? stems.set(word, plain(word)).get(word)
      const keyOf = phrase => {
        const words = wordsIn(phrase).flat(), kept = words.filter(word => !common.has(word))
        return (kept.length === 1 && words.length > 1 ? [...kept, ...words] : kept.length ? kept : words).map(stem).join(" ")
      }
      return { ...directory, common, asking, stem, keyOf }
    }).catch(error => { opening = undefined; throw error }))

  const LAST = "!#()*+,-./:;=?@[", MORE = "]^_{|}~'"
  const unpacked = text => {
    const weights = new Map()
    for (const run of text.split(" ")) {
      let number = 0, weight = -1, place = -1
      for (const sign of run) {
        const more = MORE.indexOf(sign)
        if (more >= 0) { number = number * MORE.length + more + 1; continue }
        number = number * LAST.length + LAST.indexOf(sign)
        if (weight < 0) weight = number
        else weights.set((place += number), weight)
        number = 0
      }
    }
    return weights
  }

  // ---- Files of words: the number of the one in which a word stands, if it stands in any
  const placeIn = (firsts, word) => {
    let place = -1
    while (place + 1 < firsts.length && firsts[place + 1] <= word) place++
    return Math.max(place, 0)
  }
  const filesFrom = (firsts, first, last) => {
    const from = placeIn(firsts, first), to = placeIn(firsts, last)
    return firsts.slice(from, to + 1).map((_, number) => from + number)
  }
  const opened = new Map()
  const entries = async (site, number) => {
    if (!site.words.length) return new Map()
    const lines = await load(`w${number}`)
    if (!opened.has(lines)) {
      opened.set(lines, new Map(lines.map(([word, packed, means = [], alike = []]) => {
        const kind = LAST.indexOf(packed[0]), isKnown = kind % 2 === 1, isOften = kind > 1
        return [site.keyOf(word), { word, packed: packed.slice(1), isKnown, isOften, means, alike }]
      })))
    }
    return opened.get(lines)
  }
  const entry = async (site, key) => (await entries(site, placeIn(site.words, key.split(" ")[0]))).get(key)
  const weightsOf = found => (found.weights ??= unpacked(found.packed))

  // ---- What was found
  const documentOf = async (site, number) => {
    const lines = await load(`d${Math.floor(number / site.together)}`)
    const [title, address, about, page] = lines[number % site.together]
    return { number, title, address, about, page }
  }

  window.circleEntries = { open, anew, load, filesFrom, entries, entry, unpacked, weightsOf, documentOf }
})()
