// One form of a word finds the others: each word of a query is cut before its ending, and the search adds “and whatever
// follows” by itself. Quoted words and words with signs of the query language stay as they were typed.
(() => {
  const QUERY = 2
  const SHORTEST = 4
  const meta = document.querySelector('meta[name="policy-kit:endings"]')
  const endings = (meta ? meta.content : "").split(" ").filter(Boolean).sort((a, b) => b.length - a.length)

  const cutWord = word => {
    if (!/^\p{L}+$/u.test(word)) return word
    const ending = endings.find(one => word.length - one.length >= SHORTEST && word.toLowerCase().endsWith(one))
    return ending ? word.slice(0, -ending.length) : word
  }
  const cutQuery = query => query.includes('"') ? query : query.split(/(\s+)/).map(cutWord).join("")

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
