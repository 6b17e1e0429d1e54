// Looks words up in the index of the site's words, piece by piece: each is a script of ours that calls `circleWords`,
// so that it can be loaded from a folder too. `circle_cli/site/searching` writes them, and has the same rules.
(() => {
  const folder = new URL("search/", document.currentScript.src)
  const MOST_WORDS = 12, LONGEST_PHRASE = 6, SHORTEST = 4, ENDINGS = 8
  const LATER = { start: 0.8, slip: 0.7 }
  // Of what the best has: below that, something was found by chance.
  const ENOUGH = 0.35
  // A word of the field tells more of what somebody means than any other that is as rare.
  const OF_THE_FIELD = 1.6
  const ASKED = 0.2

  // ---- Loading
  const waiting = new Map()
  let loaded = new Map(), version, again = ""
  window.circleWords = (name, its, value) => waiting.get(name)?.(its, value)
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

  // ---- Words: as circle_cli/site/searching/words.py
  const fold = text =>
    text.normalize("NFKD").replace(/\p{Mn}/gu, "").replace(/[\u2018\u2019\u02bc]/g, "'").replace(/[\u2010\u2011]/g, "-")
      .toLowerCase()
  const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu
  const wordsIn = text =>
    [...fold(text).matchAll(WORD)].map(([found]) => found.replace(/'s$/, "").replaceAll("'", "").split("-").filter(Boolean))
  const isShort = word => /^[^aeiou]*[aeiouy][^aeiouwxy]$/.test(word)
  const withoutEnding = (word, step) => {
    for (const [ending, instead, least] of step) {
      const before = word.slice(0, word.length - ending.length)
      if (word.endsWith(ending) && before.length >= least && (!least || /[aeiouy]/.test(before))) return before + instead
    }
    return word
  }
  const wholeAgain = word => (/([bdfgmnprt])\1$/.test(word) ? word.slice(0, -1) : isShort(word) ? `${word}e` : word)
  const stemmer = ({ irregular, spelling, steps }) => {
    const own = (table, word) => (Object.hasOwn(table, word) ? table[word] : word)
    return given => {
      let word = own(irregular, given)
      if (Object.hasOwn(irregular, word) || word.length < 4 || !/^\p{L}+$/u.test(word)) return word
      for (const [old, instead, least] of spelling) {
        const place = word.indexOf(old, least)
        if (place >= 0) word = word.slice(0, place) + instead + word.slice(place + old.length)
      }
      for (const [number, step] of steps.entries()) {
        let shorter = withoutEnding(word, step)
        if (number === 1 && shorter.length < word.length) shorter = wholeAgain(shorter)
        word = own(irregular, shorter)
        if (Object.hasOwn(irregular, word)) return word
      }
      return word.length > 3 && word.endsWith("e") && !isShort(word.slice(0, -1)) ? word.slice(0, -1) : word
    }
  }

  // ---- The directory, and what is made of it
  let known
  const open = () =>
    (known ??= load("directory").then(directory => {
      const common = new Set(directory.rules.common), often = new Set(directory.often)
      const asking = new Set(directory.rules.asking)
      const plain = stemmer(directory.rules), stems = new Map()
      const stem = word => stems.get(word) ?? stems.set(word, plain(word)).get(word)
      const keyOf = phrase => {
        const words = wordsIn(phrase).flat(), kept = words.filter(word => !common.has(word))
        return (kept.length ? kept : words).map(stem).join(" ")
      }
      return { ...directory, common, often, asking, stem, keyOf }
    }).catch(error => { known = undefined; throw error }))

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
      opened.set(lines, new Map(lines.map(([word, packed, ...means]) => {
        const isKnown = packed.startsWith("+")
        return [site.keyOf(word), { word, packed: packed.slice(isKnown), isKnown, means }]
      })))
    }
    return opened.get(lines)
  }
  const entry = async (site, key) => (await entries(site, placeIn(site.words, key.split(" ")[0]))).get(key)
  const weightsOf = found => (found.weights ??= unpacked(found.packed))

  // ---- Words that are none: what begins so, what was meant
  const beginning = async (site, word) => {
    if (word.length < 3) return []
    const begin = word.slice(0, Math.max(3, word.length - 3))
    const files = filesFrom(site.words, begin, `${begin}\uffff`).slice(0, 2)
    const found = (await Promise.all(files.map(number => entries(site, number)))).flatMap(map => [...map])
    return found.filter(([key, { word: form }]) => !key.includes(" ") && (form.startsWith(word) || key.startsWith(word)))
      .map(([key, each]) => ({ key, ...each, size: weightsOf(each).size }))
      .sort((one, other) => other.size - one.size).slice(0, ENDINGS)
  }
  // How many letters have to be put in, left out, changed or swapped; far more than `most` are not counted.
  const slips = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return Infinity
    let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)]
    for (let y = 1; y <= one.length; y++) {
      const next = [y]
      for (let x = 1; x <= other.length; x++) {
        next[x] = Math.min(row[x] + 1, next[x - 1] + 1, row[x - 1] + (one[y - 1] !== other[x - 1]))
        if (y > 1 && x > 1 && one[y - 1] === other[x - 2] && one[y - 2] === other[x - 1]) {
          next[x] = Math.min(next[x], before[x - 2] + 1)
        }
      }
      if (Math.min(...next) > most && Math.min(...row) > most) return Infinity
      ;[before, row] = [row, next]
    }
    return row[other.length]
  }
  // In the files of its own first letters; in others only for a short question, which has fetched little.
  const near = async (site, word, most, isShort) => {
    if (word.length < SHORTEST || !site.spellings.length) return []
    const begins = [...new Set([word[0], word[1]])]
    const first = new Set(begins.flatMap(letter => filesFrom(site.spellings, letter, `${letter}\uffff`)))
    const rest = site.spellings.map((_, number) => number).filter(number => !first.has(number))
    const found = new Map()
    for (const files of [[...first].slice(0, 4), isShort ? rest.slice(0, 8) : []]) {
      const lists = (await Promise.all(files.map(number => load(`s${number}`)))).flat()
      lists.forEach((list, place) => {
        for (const form of list ? list.split(" ") : []) {
          const ends = slips(site.stem(word), site.stem(form), most - 1)
          const away = Math.min(slips(word, form, most), ends < most ? ends : Infinity)
          if (away <= most) found.set(form, { form, shown: place % 2 === 0, away: away + (form[0] !== word[0]) / 2 })
        }
      })
      if (found.size) break
    }
    return [...found.values()].sort((one, other) => one.away - other.away)
  }
  const meant = async (site, word, isShort) => {
    const found = await near(site, word, word.length > 6 ? 2 : 1, isShort)
    const best = found.filter(each => each.away <= found[0].away).slice(0, 3)
    const made = await Promise.all(best.map(async each => ({ ...(await entry(site, site.stem(each.form))), shown: each.shown })))
    return made.filter(each => each.packed)
  }

  // ---- One word of a question: which documents have it, and how it was understood
  const group = async (site, word, isShort) => {
    const key = site.stem(word), exact = await entry(site, key)
    const made = { word, key, means: [], marks: [word], weights: new Map() }
    const add = (found, share) => {
      for (const [number, weight] of weightsOf(found)) {
        made.weights.set(number, Math.max(made.weights.get(number) ?? 0, weight * share))
      }
      made.means.push(...found.means)
      made.marks.push(found.word, ...found.means)
    }
    if (exact) {
      made.known = exact.isKnown
      add(exact, 1)
      return made
    }
    if (word.length < 3) return made
    for (const found of await beginning(site, word)) add(found, LATER.start)
    if (!made.weights.size) {
      const found = await meant(site, word, isShort)
      for (const each of found) add(each, LATER.slip)
      made.instead = found.flatMap(each => (each.shown ? [each.word] : each.means.slice(0, 1)))
    }
    return made
  }

  const lookUp = async (site, words) => {
    const groups = await Promise.all(words.map(word => group(site, word, words.length < 4)))
    const keys = groups.map(each => each.key)
    // What the vocabulary says of a phrase counts for each of its words.
    const phrases = keys.flatMap((_, from) =>
      keys.slice(from + 1, from + LONGEST_PHRASE).map((_, more) => ({ from, to: from + more + 2 }))
    )
    await Promise.all(phrases.map(async ({ from, to }) => {
      const found = await entry(site, keys.slice(from, to).join(" "))
      if (!found) return
      for (const each of groups.slice(from, to)) {
        delete each.instead
        for (const [number, weight] of weightsOf(found)) {
          each.weights.set(number, Math.max(each.weights.get(number) ?? 0, weight))
        }
        each.known ||= found.isKnown
        each.means.push(...found.means)
        each.marks.push(...found.means)
      }
    }))
    return groups
  }

  // ---- The order: all words before any word, and what is rare before what is everywhere
  const ranked = (site, groups) => {
    const carrying = groups.filter(({ weights }) => weights.size)
    const rarity = ({ weights }) => Math.log(1 + (site.documents - weights.size + 0.5) / (weights.size + 0.5))
    const needed = carrying.filter(({ weights, key }) =>
      weights.size <= site.documents / 2 && !site.often.has(key) && !site.asking.has(key))
    const scores = new Map()
    for (const each of carrying) {
      const rare = rarity(each) * (site.asking.has(each.key) ? ASKED : each.known ? OF_THE_FIELD : 1)
      for (const [number, weight] of each.weights) {
        const score = scores.get(number) ?? scores.set(number, { number, worth: 0 }).get(number)
        score.worth += (rare * weight) / site.heaviest
      }
    }
    const all = [...scores.values()]
    for (const score of all) score.all = needed.every(({ weights }) => weights.has(score.number))
    const best = of => of.reduce((most, { worth }) => Math.max(most, worth), 0)
    const kinds = [all.filter(({ number }) => number < site.points), all.filter(({ number }) => number >= site.points)]
    return kinds
      .flatMap(kind => kind.filter(({ all, worth }) => all || worth >= best(kind) * ENOUGH))
      .sort((one, other) => other.all - one.all || other.worth - one.worth || one.number - other.number)
      .map(({ number }) => number)
  }

  const documentOf = async (site, number) => {
    const lines = await load(`d${Math.floor(number / site.together)}`)
    const [title, address, about, page] = lines[number % site.together]
    return { number, title, address, about, page }
  }

  const answer = async question => {
    const site = await open()
    const said = wordsIn(question).flat().filter((word, place, all) => all.indexOf(word) === place)
    const kept = said.filter(word => !site.common.has(word))
    const often = word => site.often.has(site.stem(word))
    const chosen = new Set([...kept].sort((one, other) => often(one) - often(other) || other.length - one.length)
      .slice(0, MOST_WORDS))
    const looked = kept.length > MOST_WORDS ? kept.filter(word => chosen.has(word)) : kept
    const groups = await lookUp(site, looked)
    // Two letters say too little, unless the vocabulary knows them; with others they count.
    const telling = groups.filter(({ word, known }) => known || word.length > 2)
    const found = telling.length ? ranked(site, groups) : []
    const [points, pages] = [found.filter(each => each < site.points), found.filter(each => each >= site.points)]
    return {
      said, points, pages,
      instead: groups.filter(({ instead }) => instead?.length).map(({ word, instead }) => ({ word, instead })),
      means: [...new Set(groups.flatMap(({ means }) => means))],
      missing: groups.filter(({ word, weights }) => !weights.size && word.length > 2).map(({ word }) => word),
      marks: [...new Set(groups.filter(({ weights }) => weights.size).flatMap(({ marks }) => marks))],
      site: { themes: site.themes, every: site.every },
      document: number => documentOf(site, number),
      nearest: async () => {
        const words = groups.filter(({ weights, word }) => !weights.size && word.length >= SHORTEST)
        const found = (await Promise.all(words.map(({ word }) => near(site, word, word.length > 8 ? 3 : 2, looked.length < 4)))).flat()
        return [...new Set(found.filter(({ shown }) => shown).map(({ form }) => form))].slice(0, 5)
      },
    }
  }

  window.circleAsk = {
    // Files of another day, which a browser had kept, are fetched anew, once.
    ask: async question => {
      try {
        return await answer(question)
      } catch (error) {
        if (again) throw error
        again = `?${Date.now()}`
        loaded = new Map()
        known = undefined
        return answer(question)
      }
    },
    // Whether a word is one of those that were looked for, whatever its ending.
    marker: async words => {
      const site = await open()
      const keys = new Set(wordsIn(words).flat().filter(word => !site.common.has(word)).map(site.stem))
      const fits = word => {
        const parts = wordsIn(word).flat()
        return parts.some(part => keys.has(site.stem(part))) || (parts.length > 1 && keys.has(site.stem(parts.join(""))))
      }
      return fits
    },
    words: { wordsIn, stemOf: async word => (await open()).stem(word), WORD },
  }
})()
