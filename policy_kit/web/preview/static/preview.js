// Keeps a page of the preview fresh: waits for news, then puts the new content in the place of the old one, so that
// whoever reads stays where they are. Where more than the content has changed, the page is loaded anew.
(() => {
  const META = 'meta[name="policy-kit:preview"]'
  const SCROLL = `policy-kit:scroll:${location.pathname}`
  const about = document_ => JSON.parse(document_.querySelector(META).content)
  let { version, frame, title } = about(document)

  const pause = time => new Promise(done => setTimeout(done, time))

  const reload = () => {
    sessionStorage.setItem(SCROLL, String(scrollY))
    location.reload()
  }

  const freshen = async () => {
    const answer = await fetch(location.pathname, { cache: "no-store" })
    if (!answer.ok) {
      // A page that is gone says so; one that cannot be made stays as it was, and the trouble is told below.
      if (answer.status === 404) reload()
      return
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html")
    const [old, article] = [document.querySelector("article"), fresh.querySelector("article")]
    if (!old || !article || about(fresh).frame !== frame) return reload()
    const [x, y] = [scrollX, scrollY]
    old.replaceWith(document.adoptNode(article))
    scrollTo({ left: x, top: y, behavior: "instant" })
    document.documentElement.dataset.pkFresh = String(about(fresh).version)
  }

  const tell = troubles => {
    document.getElementById("pk-troubles")?.remove()
    if (!troubles.length) return
    const box = document.createElement("section")
    box.id = "pk-troubles"
    box.setAttribute("role", "alert")
    box.setAttribute("aria-label", title)
    const heading = document.createElement("strong")
    heading.textContent = title
    box.append(heading)
    for (const trouble of troubles.slice(0, 20)) {
      const block = document.createElement("pre")
      block.textContent = trouble
      block.tabIndex = 0
      box.append(block)
    }
    document.body.append(box)
  }

  const watch = async () => {
    let since = -1
    for (;;) {
      try {
        const answer = await fetch(`/preview/changes?since=${since}`, { cache: "no-store" })
        const news = await answer.json()
        if (news.version !== since) {
          since = news.version
          if (since !== version) {
            version = since
            await freshen()
            const again = await fetch("/preview/changes?since=-1", { cache: "no-store" })
            tell((await again.json()).troubles)
          } else tell(news.troubles)
        }
      } catch {
        await pause(700)
      }
    }
  }

  addEventListener("load", () => {
    const y = sessionStorage.getItem(SCROLL)
    sessionStorage.removeItem(SCROLL)
    if (y !== null) scrollTo({ top: Number(y), behavior: "instant" })
  })
  watch()
})()
