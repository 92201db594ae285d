// Puts the words of the next step into the box where one was writing. Nothing is replaced, and it can be undone.

const GAP = "__"

/** Insert `words` at the cursor (behind a selection), set off from their neighbours, and go to the first gap. */
export const insertWords = (box, words) => {
  const wasThere = document.activeElement === box || box.selectionEnd > 0
  const at = wasThere ? box.selectionEnd : box.value.length
  const before = box.value.slice(0, at)
  const after = box.value.slice(at)
  const lead = before === "" || /\s$/.test(before) ? "" : " "
  const trail = after === "" || /^[\s.,;:!?)]/.test(after) ? "" : " "
  box.focus()
  box.setSelectionRange(at, at)
  // The old command is the only way that keeps the browser's own undo.
  if (!document.execCommand("insertText", false, lead + words + trail)) {
    box.setRangeText(lead + words + trail, at, at, "end")
    box.dispatchEvent(new Event("input", { bubbles: true }))
  }
  const gap = words.indexOf(GAP)
  if (gap >= 0) {
    const start = at + lead.length + gap
    box.setSelectionRange(start, start + GAP.length)
  }
}
