// The marks under the words: a copy of the text behind the box, in which they can be drawn.

/** Fill the mirror with `text` and its marks, which are in order and do not overlap. */
export const drawMarks = (mirror, text, marks) => {
  const parts = []
  let at = 0
  for (const { start, end } of marks) {
    if (start < at || end <= start || end > text.length) continue
    const mark = document.createElement("mark")
    mark.textContent = text.slice(start, end)
    parts.push(text.slice(at, start), mark)
    at = end
  }
  // A last empty line has no height of its own unless something stands in it.
  mirror.replaceChildren(...parts, `${text.slice(at)}\u200b`)
}
