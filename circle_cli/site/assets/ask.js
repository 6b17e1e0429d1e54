// What somebody asks, understood, and what answers it, the best first. What a word is says `words.js`; in what it is found,
// `entries.js`.
(() => {
  const { wordsIn, slips } = window.circleWording
  const { open, anew, load, filesFrom, entries, entry, weightsOf, documentOf } = window.circleEntries
  const MOST_WORDS = 12, LONGEST_PHRASE = 6, SHORTEST = 4, ENDINGS = 8, OTHER_ENDING = 0.25
  const LATER = { start: 0.8, slip: 0.7 }
  // Of what the best has: below that, something was found by chance.
  const ENOUGH = 0.45
  // A word of the field tells more of what somebody means than any other that is as rare.
  const OF_THE_FIELD = 1.6
  const ASKED = 0.2
  // A rare word counts for more than its share: it is what somebody came for.
  const RARE = 1.3
  // What counts less on a page is only near to the word, or said in passing: that page does not have it.
  const HAS = 4

  // ---- Words that are none: what begins so, what was meant
  const beginning = async (site, word) => {
    if (word.length < 3) return []
    const begin = word.slice(0, Math.max(3, word.length - 3))
    const files = filesFrom(site.words, begin, `${begin}\uffff`).slice(0, 2)
    const found = (await Promise.all(files.map(number => entries(site, number)))).flatMap(map => [...map])
    return found.filter(([key, { word: form }]) => !key.includes(" ") && (form.startsWith(word) || key.startsWith(word)))
      .map(([, each]) => each)
      .sort((one, other) => weightsOf(other).size - weightsOf(one).size).slice(0, ENDINGS)
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
          const [own, other] = [word, form].map(site.stem)
          const ends = Math.min(own.length, other.length) > SHORTEST ? slips(own, other, 1) : Infinity
          const away = Math.min(slips(word, form, most), ends > 1 ? Infinity : ends + OTHER_ENDING)
          if (away < most + 1) found.set(form, { form, shown: place % 2 === 0, away: away + (form[0] !== word[0]) / 2 })
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
    return made.filter(each => each.word)
  }

  // ---- One word of a question: which documents have it, and how it was understood
  const group = async (site, word, few) => {
    const key = site.stem(word), isCommon = site.common.has(word)
    const made = { word, key, read: key, isCommon, means: [], alike: [], marks: [word], weights: new Map() }
    if (isCommon) return made
    const add = (found, share) => {
      for (const [number, weight] of weightsOf(found)) {
        made.weights.set(number, Math.max(made.weights.get(number) ?? 0, weight * share))
      }
      made.often ||= found.isOften
      made.means.push(...found.means)
      made.alike.push(...found.alike)
      made.marks.push(found.word)
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
      made.known = found.some(({ isKnown }) => isKnown)
      if (found.length) made.read = site.keyOf(found[0].word)
      made.instead = found.flatMap(each => (each.shown ? [each.word] : each.means.slice(0, 1)))
    }
    return made
  }

  // A word that is said twice is looked up once, and stands in each phrase in which it is said (“one to one”).
  const lookUp = async (site, said, chosen) => {
    const places = said.flatMap((word, place) => (chosen.has(word) ? [place] : []))
    const keys = said.map(site.stem)
    const once = new Map(places.map(place => [keys[place], said[place]])), few = once.size < 4
    const groups = new Map(await Promise.all([...once].map(async ([key, word]) => [key, await group(site, word, few)])))
    const phrases = [...phrasesOf(places), ...among(site, said, places)]
    const read = keys.map(key => groups.get(key)?.read ?? key)
    for (const { of, found } of await known(site, read, phrases)) {
      // What the vocabulary says of a phrase counts for each of its words.
      for (const each of new Set(of.map(place => groups.get(keys[place])))) {
        if (each.read === each.key) delete each.instead
        for (const [number, weight] of weightsOf(found)) {
          each.weights.set(number, Math.max(each.weights.get(number) ?? 0, weight))
        }
        each.known ||= found.isKnown
        each.often ||= found.isOften
        each.means.push(...found.means)
        each.alike.push(...found.alike)
      }
    }
    return [...groups.values()]
  }
  // The places of words that may be a phrase: several in a row, whatever carries no meaning left out;
  const phrasesOf = places => places.flatMap((_, from) =>
    places.slice(from + 1, from + LONGEST_PHRASE).map((_, more) => ({ of: places.slice(from, from + more + 2) })))
  // or one with what stands beside it and carries none (“gets lost”).
  const among = (site, said, places) => places.flatMap(place => {
    const isBare = other => said[other] && site.common.has(said[other])
    let first = place, end = place + 1
    while (isBare(first - 1)) first--
    while (isBare(end)) end++
    const made = []
    for (let from = first; from <= place; from++) {
      for (let to = place + 1; to <= Math.min(end, from + LONGEST_PHRASE); to++) {
        if (to - from > 1) made.push({ of: [place], from, to })
      }
    }
    return made
  })
  // The places of words that carry no meaning but in a phrase that is known (“they/them”).
  const bareIn = (site, said) => {
    const keys = said.map(site.stem), places = new Set()
    for (const phrase of site.bare) {
      const of = phrase.split(" ")
      keys.forEach((_, from) => {
        if (of.every((key, more) => keys[from + more] === key)) of.forEach((_, more) => places.add(from + more))
      })
    }
    return places
  }
  // Those that the index has, but for those that are a part of a longer one.
  const known = async (site, keys, phrases) => {
    const every = await Promise.all(phrases.map(async ({ of, from = of[0], to = of.at(-1) + 1 }) => {
      const whole = of.length > 1 ? [] : keys.slice(from, to)
      return { of, from, to, found: await entry(site, [...of.map(place => keys[place]), ...whole].join(" ")) }
    }))
    const there = every.filter(({ found }) => found)
    return there.filter(({ from, to }) =>
      !there.some(other => other.from <= from && to <= other.to && other.to - other.from > to - from))
  }

  // Whether a word tells one page from another.
  const tells = (site, { weights, key, often }) =>
    weights.size && weights.size <= site.documents / 2 && !often && !site.asking.has(key)

  // ---- The order: all words before any word, and what is rare before what is everywhere
  const ranked = (site, groups) => {
    const carrying = groups.filter(({ weights }) => weights.size)
    // A page that hardly has a word, or only what is near to it, makes the word hardly less rare.
    const rarity = ({ weights }) => {
      const every = [...weights.values()], most = every.reduce((one, other) => Math.max(one, other), 0)
      const pages = every.reduce((sum, weight) => sum + weight / most, 0)
      return Math.log(1 + (site.documents - pages + 0.5) / (pages + 0.5)) ** RARE
    }
    const needed = carrying.filter(group => tells(site, group))
    const scores = new Map()
    for (const each of carrying) {
      const rare = rarity(each) * (site.asking.has(each.key) ? ASKED : each.known ? OF_THE_FIELD : 1)
      for (const [number, weight] of each.weights) {
        const score = scores.get(number) ?? scores.set(number, { number, worth: 0 }).get(number)
        score.worth += (rare * weight) / site.heaviest
      }
    }
    const all = [...scores.values()]
    // Where no word tells one page from another, all of them have them all: there the best are told by what they are worth.
    for (const score of all) score.all = needed.length > 0 && needed.every(({ weights }) => (weights.get(score.number) ?? 0) >= HAS)
    const best = of => of.reduce((most, { worth }) => Math.max(most, worth), 0)
    const kinds = [all.filter(({ number }) => number < site.points), all.filter(({ number }) => number >= site.points)]
    return kinds
      .flatMap(kind => kind.filter(({ all, worth }) => all || worth >= best(kind) * ENOUGH))
      .sort((one, other) => other.all - one.all || other.worth - one.worth || one.number - other.number)
      .map(({ number }) => number)
  }

  const answer = async question => {
    const site = await open()
    const said = wordsIn(question).flat(), bare = bareIn(site, said)
    const carrying = said.filter((word, place) => !site.common.has(word) || bare.has(place))
    const kept = carrying.length ? carrying : said
    const chosen = new Set([...new Set(kept)].sort((one, other) => other.length - one.length).slice(0, MOST_WORDS))
    const groups = await lookUp(site, said, chosen)
    // Two letters say too little, unless the vocabulary knows them; with others they count.
    const telling = groups.filter(({ word, known }) => known || word.length > 2)
    const found = telling.length ? ranked(site, groups) : []
    const [points, pages] = [found.filter(each => each < site.points), found.filter(each => each >= site.points)]
    const asked = groups.filter(group => tells(site, group)), marked = asked.length ? asked : groups.filter(({ weights }) => weights.size)
    const typed = new Set(said.map(site.stem)), isSaid = phrase => wordsIn(phrase).flat().every(word => typed.has(site.stem(word)))
    return {
      said, points, pages,
      // Who only asks, as one does of anything (“what did others say who tried it”), asks how this site is used.
      pagesFirst: groups.every(({ key, weights }) => !weights.size || site.asking.has(key)),
      instead: groups.filter(({ instead }) => instead?.length).map(({ word, instead }) => ({ word, instead })),
      means: [...new Set(groups.flatMap(({ means }) => means))].filter(phrase => !isSaid(phrase)),
      missing: groups.filter(({ word, weights, isCommon }) => !weights.size && !isCommon && word.length > 2).map(({ word }) => word),
      // What was typed, and apart from it what means much the same: a page may have only that.
      marks: [...new Set(marked.flatMap(group => group.marks))],
      near: [...new Set(marked.flatMap(group => [...group.means, ...group.alike]))],
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
    ask: async question => {
      try {
        return await answer(question)
      } catch (error) {
        if (!anew()) throw error
        return answer(question)
      }
    },
    // How many of some words, from a place on, are one of those that were looked for, or of the phrases, whatever their
    // endings.
    marker: async looked => {
      const { common, stem } = await open()
      const keys = looked.map(phrase => wordsIn(phrase).flat().filter(word => !common.has(word)).map(stem))
      const isOne = (word, key) => {
        const parts = wordsIn(word).flat()
        return parts.some(part => stem(part) === key) || (parts.length > 1 && stem(parts.join("")) === key)
      }
      const long = (words, from) => Math.max(0, ...keys.map(key =>
        key.every((part, more) => from + more < words.length && isOne(words[from + more], part)) ? key.length : 0))
      return long
    },
    stemOf: async word => (await open()).stem(word),
  }
})()
