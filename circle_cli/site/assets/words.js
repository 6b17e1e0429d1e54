// What of a text is a word, which words are alike whatever their ending and their spelling, and how far apart two are.
// `circle_cli/site/searching/words.py` does the same with the same rules, which come with the index.
(() => {
  const fold = text =>
    text.normalize("NFKD").replace(/\p{Mn}/gu, "").replace(/[\u2018\u2019\u02bc]/g, "'").replace(/[\u2010\u2011]/g, "-")
      .toLowerCase()
  const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu
  const wordsIn = text =>
    [...fold(text).matchAll(WORD)].map(([found]) => found.replace(/'(s|ll)$/, "").replaceAll("'", "").split("-").filter(Boolean))
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

  window.circleWording = { wordsIn, stemmer, slips }
})()
