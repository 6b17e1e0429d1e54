// Which choices go together. A list of fewer than the smallest group could tell whose it was, and so could two lists
// that differ by as few: so none that could be come to by ticking and taking away is so small, nor so near to another.
const circleTogether = (many, least) => {
  const size = set => {
    let found = 0
    for (let bits of set) {
      bits -= (bits >>> 1) & 0x55555555
      bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
      found += (((bits + (bits >>> 4)) & 0xf0f0f0f) * 0x1010101) >>> 24
    }
    return found
  }
  const both = (one, other) => one.map((bits, place) => bits & other[place])
  const either = (one, other) => one.map((bits, place) => bits | other[place])
  const setOf = places => {
    const set = new Int32Array((many + 31) >> 5)
    for (const place of places) set[place >> 5] |= 1 << (place & 31)
    return set
  }
  const enough = count => count === 0 || count >= least

  // What fits some of the headings, for each selection of them; the last is what fits all of them.
  const within = (headings, all) =>
    headings.reduce((found, heading) => [...found, ...found.map(set => both(set, heading))], [all])
  const go = (headings, all) => {
    const sizes = within(headings, all).map(size)
    return sizes.every(
      (count, chosen) =>
        !chosen ||
        (enough(count) &&
          headings.every((_, place) => !(chosen >> place & 1) || enough(sizes[chosen ^ (1 << place)] - count)))
    )
  }
  return { size, both, either, setOf, go, fit: (headings, all) => headings.reduce(both, all) }
}
