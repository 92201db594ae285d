// Saves the answer while the page stays open, and says in words how it stands.

const LARGEST_LAST_WORD = 60000

/** One page's savings. Each save names the version that it replaces, so another's text is never written over. */
export class Saver {
  #form
  #page
  #line
  #saved
  #queue = Promise.resolve()
  #stopped = false
  #underway = ""
  isStuck = false

  constructor(form, page, line) {
    this.#form = form
    this.#page = page
    this.#line = line
    this.#saved = this.#state
  }

  get #state() {
    return JSON.stringify({ text: this.#form.elements.text.value, by: this.#form.elements.by.value })
  }

  get #isDirty() {
    return this.#state !== this.#saved && this.#form.elements.text.value.trim() !== ""
  }

  noteChange() {
    if (!this.isStuck && this.#isDirty) this.#say(this.#page.unsaved)
  }

  /** Save if there is something new; one save after the other, since each needs the version of the one before. */
  save() {
    this.#queue = this.#queue.then(() => this.#saveNow())
    return this.#queue
  }

  /** The page goes away: one last word, which the browser delivers even then. */
  saveAtOnce() {
    if (this.#stopped || !this.#isDirty) return
    const state = this.#state
    // A save may be underway, and nobody will be here to learn its version: so the text says what it comes after.
    const body = this.#underway ? JSON.stringify({ ...JSON.parse(state), after: this.#underway }) : state
    const keepalive = new TextEncoder().encode(body).length < LARGEST_LAST_WORD
    this.#send(body, keepalive).then(response => this.#hear(response, state)).catch(() => {})
  }

  /** The form itself is on its way, with everything. */
  leave() {
    this.#stopped = true
    this.isStuck = false
  }

  sayOffline() {
    if (this.#stopped) return
    this.isStuck = this.#isDirty
    this.#say(this.#page.offline, "bad")
  }

  async #saveNow() {
    if (this.#stopped || !this.#isDirty) return
    const body = this.#state
    const { length } = this.#form.elements.text.value
    if (length > Number(this.#page.most)) {
      this.isStuck = true
      this.#say(this.#page.tooLong.replace("%n%", length).replace("%most%", this.#page.most), "bad")
      return
    }
    this.#say(this.#page.nowSaving)
    this.#underway = this.#form.elements.text.value
    try {
      await this.#hear(await this.#send(body, false), body)
    } catch {
      this.sayOffline()
    } finally {
      this.#underway = ""
    }
  }

  #send(body, keepalive) {
    return fetch(this.#page.address, {
      method: "PUT",
      keepalive,
      headers: { "content-type": "application/json", "if-match": `"${this.#form.elements.version.value}"` },
      body,
    })
  }

  async #hear(response, body) {
    const told = await response.json()
    this.isStuck = !response.ok
    if (response.ok) {
      this.#saved = body
      this.#form.elements.version.value = told.version
      this.#say(this.#isDirty ? this.#page.unsaved : told.told)
    } else if (response.status === 409) {
      this.#stopped = true
      this.isStuck = false
      this.#say(this.#page.changed, "bad")
      this.#form.querySelector("[data-compare]").hidden = false
    } else {
      this.#say(this.#page.notSaved.replace("%reason%", told.error), "bad")
    }
  }

  #say(words, state = "") {
    const place = this.#line.querySelector("[data-saving]")
    if (place.textContent === words) return
    this.#line.dataset.state = state
    this.#line.setAttribute("aria-live", state === "bad" ? "assertive" : "off")
    place.textContent = words
  }
}
