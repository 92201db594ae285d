// One form of a word finds the others: each word of a query is cut before its ending, and the search adds “and whatever
// follows” by itself. Quoted words and words with signs of the query language stay as they were typed. Words that stand on
// nearly every page (“what”, “client”) are left out while others remain: they would only hide what these find.
(() => {
  const QUERY = 2
  const SHORTEST = 4
  const listWords = name => {
    const meta = document.querySelector(`meta[name="policy-kit:${name}"]`)
    return (meta ? meta.content : "").split(" ").filter(Boolean)
  }
  const endings = listWords("endings").sort((a, b) => b.length - a.length)

  const cutWord = word => {
    if (!/^\p{L}+$/u.test(word)) return word
    const ending = endings.find(one => word.length - one.length >= SHORTEST && word.toLowerCase().endsWith(one))
    return ending ? word.slice(0, -ending.length) : word
  }
  const common = new Set(listWords("common").flatMap(word => [word, cutWord(word)]))
  const isTelling = word => !common.has(word.toLowerCase()) && !common.has(cutWord(word).toLowerCase())
  const cutQuery = query => {
    if (query.includes('"')) return query
    const words = query.split(/\s+/).filter(Boolean)
    const telling = words.filter(isTelling)
    return (telling.length ? telling : words).map(cutWord).join(" ")
  }

  const { prototype } = window.Worker
  const post = prototype.postMessage
  prototype.postMessage = function (message, ...rest) {
    if (message && message.type === QUERY && typeof message.data === "string")
      message = { ...message, data: cutQuery(message.data) }
    return post.call(this, message, ...rest)
  }

  // The theme listens to keys only; what is pasted, dictated or written with an input method counts as well.
  document.addEventListener("input", ({ target }) => {
    if (target.matches('[data-md-component="search-query"]')) target.dispatchEvent(new Event("keyup"))
  })
})()
