// The question page while one writes: coaching a second after a pause, saving by itself, and nothing lost on the way out.
// Without this script the page works too: then every button saves, and the coach speaks after saving.

import { drawAdvice } from "./advice.js"
import { drawMarks } from "./mirror.js"
import { insertWords } from "./insertion.js"
import { Saver } from "./saver.js"

const PAUSE = 1000
const LONG_PAUSE = 2500
const page = document.querySelector("[data-page]").dataset
const form = document.getElementById("answer-form")
const box = form.elements.text
const mirror = document.querySelector(".mirror")
const status = document.querySelector("[data-status]")
const pause = document.querySelector("[data-pause]")
const insert = document.querySelector("[data-insert]")
const saver = new Saver(form, page, document.getElementById("saving"))

let marks = JSON.parse(page.firstMarks)
let markedText = box.value
let asked = 0

const isPaused = () => pause.getAttribute("aria-checked") === "false"

/** The mirror holds the present text always, for it makes the box grow; marks only where they fit the words. */
const reflect = () => drawMarks(mirror, box.value, isPaused() ? [] : keepFitting())

/** While one types, marks before the first change stay where they are, and those behind it move along. */
const keepFitting = () => {
  if (box.value === markedText) return marks
  const shorter = Math.min(box.value.length, markedText.length)
  let head = 0
  while (head < shorter && box.value[head] === markedText[head]) head += 1
  let tail = 0
  while (tail < shorter - head && box.value.at(-1 - tail) === markedText.at(-1 - tail)) tail += 1
  const shift = box.value.length - markedText.length
  return marks.flatMap(mark => {
    if (mark.end <= head) return [mark]
    if (mark.start >= markedText.length - tail) return [{ ...mark, start: mark.start + shift, end: mark.end + shift }]
    return []
  })
}

const askCoach = async () => {
  const text = box.value
  const turn = (asked += 1)
  try {
    const response = await fetch(`${page.address}/score`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text }),
    })
    if (!response.ok || turn !== asked) return
    const advice = await response.json()
    marks = advice.marks
    markedText = text
    reflect()
    drawAdvice(advice, page)
    status.textContent = advice.status
  } catch {
    saver.sayOffline()
  }
}

let coaching
let saving
const changed = () => {
  reflect()
  saver.noteChange()
  clearTimeout(coaching)
  clearTimeout(saving)
  coaching = setTimeout(askCoach, PAUSE)
  saving = setTimeout(() => saver.save(), LONG_PAUSE)
}

box.addEventListener("input", changed)
form.elements.by.addEventListener("input", changed)

pause.hidden = false
const PAUSED = "policy-kit-marks-paused"
const setPaused = paused => {
  pause.setAttribute("aria-checked", String(!paused))
  reflect()
}
pause.addEventListener("click", () => {
  setPaused(!isPaused())
  try { localStorage.setItem(PAUSED, String(isPaused())) } catch { /* it then holds for this page only */ }
})
try { setPaused(localStorage.getItem(PAUSED) === "true") } catch { reflect() }

insert.addEventListener("click", event => {
  event.preventDefault()
  insertWords(box, insert.dataset.skeleton)
})

// Ways out: buttons of the page save by themselves, since they send the form; the rest is closing, reloading, going back.
form.addEventListener("submit", () => saver.leave())
addEventListener("pagehide", () => saver.saveAtOnce())
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") saver.saveAtOnce()
})
addEventListener("beforeunload", event => {
  if (saver.isStuck) event.preventDefault()
})
