// Waits for the handbook and shows how far it is; then the page is loaded anew, with the way to it.

const bar = document.querySelector("[data-build]")
const told = document.querySelector("[data-told]")

const look = async () => {
  try {
    const work = await (await fetch(bar.dataset.build)).json()
    if (!work.running) {
      location.reload()
      return
    }
    if (told.textContent !== work.told) told.textContent = work.told
    bar.value = work.ready.length + 0.5
    for (const item of document.querySelectorAll("[data-language]"))
      if (work.ready.includes(item.dataset.language)) item.textContent = item.dataset.ready
  } catch { /* the next look may succeed */ }
  setTimeout(look, 500)
}

setTimeout(look, 500)
