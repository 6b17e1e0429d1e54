// Looks words up in the index of the site's words, piece by piece: each is a script of ours that calls `circleWords`,
// so that it can be loaded from a folder too. `circle_cli/site/searching` writes them. What a word is says `words.js`.
(() => {
  const { wordsIn, stemmer, slips } = window.circleWording
  const folder = new URL("search/", document.currentScript.src)
  const MOST_WORDS = 12, LONGEST_PHRASE = 6, SHORTEST = 4, ENDINGS = 8
  const LATER = { start: 0.8, slip: 0.7 }
  // Of what the best has: below that, something was found by chance.
  const ENOUGH = 0.35
  // A word of the field tells more of what somebody means than any other that is as rare.
  const OF_THE_FIELD = 1.6
  const ASKED = 0.2
  // Words that carry no meaning elsewhere do where they stand so: “they/them”.
  const SLASHED = /[\p{L}\p{M}]+(?:\/[\p{L}\p{M}]+)+/gu

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
  // In the files of its own first letters; in others only for a question of few words, which has fetched little.
  const near = async (site, word, most, few) => {
    if (word.length < SHORTEST || !site.spellings.length) return []
    const begins = [...new Set([word[0], word[1]])]
    const first = new Set(begins.flatMap(letter => filesFrom(site.spellings, letter, `${letter}\uffff`)))
    const rest = site.spellings.map((_, number) => number).filter(number => !first.has(number))
    const found = new Map()
    for (const files of [[...first].slice(0, 4), few ? rest.slice(0, 8) : []]) {
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
  const meant = async (site, word, few) => {
    const found = await near(site, word, word.length > 6 ? 2 : 1, few)
    const best = found.filter(each => each.away <= found[0].away).slice(0, 3)
    const made = await Promise.all(best.map(async each => ({ ...(await entry(site, site.stem(each.form))), shown: each.shown })))
    return made.filter(each => each.packed)
  }

  // ---- One word of a question: which documents have it, and how it was understood
  const group = async (site, word, few) => {
    const key = site.stem(word), isCommon = site.common.has(word)
    const made = { word, key, isCommon, means: [], marks: [word], weights: new Map() }
    if (isCommon) return made
    const add = (found, share) => {
      for (const [number, weight] of weightsOf(found)) {
        made.weights.set(number, Math.max(made.weights.get(number) ?? 0, weight * share))
      }
      made.means.push(...found.means)
      made.marks.push(found.word, ...found.means)
    }
    const exact = await entry(site, key)
    if (exact) {
      made.known = exact.isKnown
      add(exact, 1)
      return made
    }
    if (word.length < 3) return made
    for (const found of await beginning(site, word)) add(found, LATER.start)
    if (!made.weights.size) {
      const found = await meant(site, word, few)
      for (const each of found) add(each, LATER.slip)
      made.instead = found.flatMap(each => (each.shown ? [each.word] : each.means.slice(0, 1)))
    }
    return made
  }

  // A word that is said twice is looked up once, and stands in each phrase in which it is said (“one to one”).
  const lookUp = async (site, words) => {
    const keys = words.map(site.stem)
    const once = new Map(keys.map((key, place) => [key, words[place]])), few = once.size < 4
    const groups = new Map(await Promise.all([...once].map(async ([key, word]) => [key, await group(site, word, few)])))
    for (const { of, found } of await phrasesIn(site, keys)) {
      // What the vocabulary says of a phrase counts for each of its words.
      for (const each of new Set(of.map(key => groups.get(key)))) {
        delete each.instead
        for (const [number, weight] of weightsOf(found)) {
          each.weights.set(number, Math.max(each.weights.get(number) ?? 0, weight))
        }
        each.known ||= found.isKnown
        each.means.push(...found.means)
        each.marks.push(...found.means)
      }
    }
    return [...groups.values()]
  }
  // The phrases that are known, but for those that are a part of a longer one.
  const phrasesIn = async (site, keys) => {
    const every = keys.flatMap((_, from) =>
      keys.slice(from + 1, from + LONGEST_PHRASE).map((_, more) => ({ from, to: from + more + 2 }))
    )
    const found = await Promise.all(every.map(async ({ from, to }) => {
      const of = keys.slice(from, to)
      return { from, to, of, found: await entry(site, of.join(" ")) }
    }))
    const known = found.filter(({ found }) => found)
    return known.filter(({ from, to }) =>
      !known.some(other => other.from <= from && to <= other.to && other.to - other.from > to - from))
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
    const said = wordsIn(question).flat(), together = new Set(wordsIn((question.match(SLASHED) ?? []).join(" ")).flat())
    const carrying = said.filter(word => !site.common.has(word) || together.has(word))
    const kept = carrying.length ? carrying : said
    const often = word => site.often.has(site.stem(word))
    const chosen = new Set([...new Set(kept)].sort((one, other) => often(one) - often(other) || other.length - one.length)
      .slice(0, MOST_WORDS))
    const groups = await lookUp(site, kept.filter(word => chosen.has(word)))
    // Two letters say too little, unless the vocabulary knows them; with others they count.
    const telling = groups.filter(({ word, known }) => known || word.length > 2)
    const found = telling.length ? ranked(site, groups) : []
    const [points, pages] = [found.filter(each => each < site.points), found.filter(each => each >= site.points)]
    return {
      said, points, pages,
      instead: groups.filter(({ instead }) => instead?.length).map(({ word, instead }) => ({ word, instead })),
      means: [...new Set(groups.flatMap(({ means }) => means))],
      missing: groups.filter(({ word, weights, isCommon }) => !weights.size && !isCommon && word.length > 2).map(({ word }) => word),
      marks: [...new Set(groups.filter(({ weights }) => weights.size).flatMap(({ marks }) => marks))],
      site: { themes: site.themes, every: site.every },
      document: number => documentOf(site, number),
      nearest: async () => {
        const words = groups.filter(({ weights, isCommon }) => !weights.size && !isCommon)
        const found = (await Promise.all(words.map(({ word }) => near(site, word, word.length > 8 ? 3 : 2, groups.length < 4)))).flat()
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
    stemOf: async word => (await open()).stem(word),
  }
})()
