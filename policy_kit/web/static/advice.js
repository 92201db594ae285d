// What the coach says, put into the places that the page has for it.

const find = name => document.querySelector(`[data-${name}]`)

const makeItem = (words, style = "") => {
  const item = document.createElement("li")
  if (style) item.className = style
  item.append(...words)
  return item
}

const makeUnseen = words => {
  const span = document.createElement("span")
  span.className = "unseen"
  span.textContent = words
  return span
}

/** Draw one opinion of the coach. */
export const drawAdvice = (advice, page) => {
  find("score").textContent = advice.score
  find("scored").textContent = advice.scored
  const verdict = find("verdict")
  verdict.textContent = advice.said
  verdict.className = `state state--${advice.verdict}`
  const bar = find("bar").firstElementChild
  bar.setAttribute("class", `bar bar--${advice.verdict}`)
  bar.lastElementChild.setAttribute("x2", Math.max(advice.score, 0.01))
  const trend = find("trend")
  trend.textContent = advice.trend
  trend.dataset.rises = advice.rises
  drawNext(advice)
  find("needs").replaceChildren(
    ...advice.needs.map(need =>
      makeItem([makeUnseen(need.met ? page.met : page.unmet), ` ${need.prompt}`], need.met ? "need need--met" : "need")),
  )
  find("marks").replaceChildren(...advice.marks.map(mark => makeItem([mark.reason])))
  find("marks").hidden = advice.marks.length === 0
  find("no-marks").hidden = advice.marks.length > 0
}

const drawNext = advice => {
  find("next").hidden = !advice.next
  find("done").hidden = Boolean(advice.next)
  find("step").textContent = advice.next
  const insert = find("insert")
  insert.dataset.skeleton = advice.skeleton
  insert.hidden = !advice.skeleton
  find("insert-hint").hidden = !advice.skeleton
}
