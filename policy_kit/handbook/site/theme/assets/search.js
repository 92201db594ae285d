// One form of a word finds the others: each word of a query is cut before its ending, and the search adds “and whatever
// follows” by itself. Some words also find what is like them (“shouts” and “conflict”). Words that stand on nearly
// every page (“what”, “client”) are left out while others remain: they would only hide what these find. A page comes
// first of which one part holds more of the words, above all of those that few pages have, or is called so. A query with
// signs of the query language stays as it was typed.
// `policyKitWords` are the words of the language; the line above this one holds them.
(() => {
  const QUERY = 2
  const RESULT = 3
  const SHORTEST = 4
  const LIKE = 0.85 // what a word counts that is only like the one that was typed
  const LIST = 0.6 // what a page counts that only tells of others
  const LISTS = /(^|\/)(index\.html|health\/)/
  const STANDARD = 1.2 // what a page counts that says what to do
  const STANDARDS = /(^|\/)standards\//
  const TITLE = 3 // what a word counts by which a page is called
  const HEADING = 1.3 // … and by which a part of it is called
  const TOGETHER = 0.2 // what counts that the words stand on one page, though in several parts
  const COMMANDS = /"|(^|\s)[+-]\S|[*~^]|\S:\S/ // what the search itself takes for a command
  const SIGNS = /^[«„“"(]+|[.,;:!?…»”“)]+$/gu // what stands around a word in a sentence
  const { endings, verb_endings: verbs, common, alike } = policyKitWords
  const cuts = [...endings, ...verbs].sort((a, b) => b.length - a.length)

  const cutWord = word => {
    if (!/^\p{L}+$/u.test(word)) return word
    const ending = cuts.find(one => word.length - one.length >= SHORTEST && word.toLowerCase().endsWith(one))
    return ending ? word.slice(0, -ending.length) : word
  }
  const commons = new Set(common.flatMap(word => [word, cutWord(word)]))
  const isTelling = word => !commons.has(word.toLowerCase()) && !commons.has(cutWord(word).toLowerCase())
  const groups = alike.map(words => [...new Set(words.map(cutWord))])
  const listAlike = stem => groups.filter(group => group.includes(stem.toLowerCase())).flat()

  // What was asked last: each word as it was typed, what it is cut to, and what is like it.
  let asked = []
  const readQuery = query => {
    if (COMMANDS.test(query)) return []
    const words = query.split(/[\s-]+/).map(word => word.replace(SIGNS, "")).filter(Boolean)
    const telling = words.filter(isTelling)
    return (telling.length ? telling : words).map(word => {
      const stem = cutWord(word)
      return { word, stem, alike: listAlike(stem).filter(one => one !== stem.toLowerCase()) }
    })
  }
  const writeQuery = words => [...new Set(words.flatMap(({ stem, alike }) => [stem, ...alike]))].join(" ")

  const sum = numbers => numbers.reduce((all, one) => all + one, 0)
  // How much each word of the query counts in a part of a page: by what stands in it and what it is called.
  const weighPart = ({ location, terms, title }) => {
    const called = location.includes("#") ? HEADING : TITLE
    const words = title.replace(/<[^>]+>/g, "").toLowerCase().match(/\p{L}+/gu) ?? []
    const isCalled = stem => words.some(word => word.startsWith(stem))
    const weigh = (stems, share) => share * (stems.some(isCalled) ? called : stems.some(one => terms[one] === true) ? 1 : 0)
    return asked.map(({ stem, alike }) => Math.max(weigh([stem.toLowerCase()], 1), weigh(alike, LIKE)))
  }
  // A word that few pages have tells more than one that stands on most of those that were found.
  const weighWords = pages =>
    asked.map((_, at) => {
      const having = pages.filter(weights => weights.some(weight => weight[at])).length
      return Math.log(1 + pages.length / Math.max(having, 1))
    })
  const rank = (parts, weights, worth) => {
    const page = weights[parts.findIndex(({ location }) => !location.includes("#"))] // it counts for all of its parts
    const count = weight => sum(weight.map((one, at) => Math.max(one, page?.[at] ?? 0) * worth[at]))
    const together = asked.map((_, at) => Math.max(...weights.map(weight => weight[at])))
    const share = LISTS.test(parts[0].location) ? LIST : STANDARDS.test(parts[0].location) ? STANDARD : 1
    return share * (Math.max(...weights.map(count)) + TOGETHER * count(together))
  }
  // The reader is told of the words that are missing as they were typed, and of nothing that they did not type.
  const tellTerms = terms => {
    const has = stem => terms[stem.toLowerCase()] === true
    return Object.fromEntries(asked.map(({ word, stem, alike }) => [word, has(stem) || alike.some(has)]))
  }
  const putInOrder = found => {
    if (!asked.length) return
    const weights = found.items.map(parts => parts.map(weighPart))
    const worth = weighWords(weights)
    const ranks = new Map(found.items.map((parts, at) => [parts, rank(parts, weights[at], worth)]))
    found.items.sort((one, other) => ranks.get(other) - ranks.get(one))
    for (const part of found.items.flat()) if (Object.keys(part.terms).length) part.terms = tellTerms(part.terms)
  }

  const { prototype } = window.Worker
  const { postMessage: post, addEventListener: listen } = prototype
  prototype.postMessage = function (message, ...rest) {
    if (message && message.type === QUERY && typeof message.data === "string") {
      asked = readQuery(message.data)
      if (asked.length) message = { ...message, data: writeQuery(asked) }
    }
    return post.call(this, message, ...rest)
  }
  // We hear what was found before the theme does.
  const heard = new WeakSet()
  prototype.addEventListener = function (type, ...rest) {
    if (type === "message" && !heard.has(this)) {
      heard.add(this)
      listen.call(this, type, ({ data }) => data && data.type === RESULT && putInOrder(data.data))
    }
    return listen.call(this, type, ...rest)
  }

  // The theme listens to keys only; what is pasted, dictated or written with an input method counts as well.
  document.addEventListener("input", ({ target }) => {
    if (target.matches('[data-md-component="search-query"]')) target.dispatchEvent(new Event("keyup"))
  })
})()
