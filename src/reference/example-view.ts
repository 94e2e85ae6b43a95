// What a running example shows: output as it comes, calls, time, and the error with its line.
import type { RunResult } from '../contract/run.ts'
import { countOf, formatTime } from './wording.ts'

export class ExampleView {
  readonly button: HTMLButtonElement | null
  readonly source: string
  readonly #title: string
  readonly #out: HTMLElement
  readonly #text: HTMLElement
  readonly #badge: HTMLElement
  readonly #note: HTMLElement
  readonly #problem: HTMLElement
  readonly #status: HTMLElement
  #calls = 0
  #started = 0

  constructor(root: HTMLElement) {
    const find = (selector: string): HTMLElement => root.querySelector<HTMLElement>(selector)!
    this.button = root.querySelector('button.run')
    this.source = `${find('pre code').textContent.trimEnd()}\n`
    this.#title = find('.title').textContent
    this.#out = find('.out')
    this.#text = find('.out .text')
    this.#badge = find('.out .badge')
    this.#note = find('.out .note')
    this.#problem = find('.problem')
    this.#status = find('[role=status]:last-of-type')
  }

  begin(): void {
    this.#calls = 0
    this.#started = performance.now()
    this.#out.hidden = false
    // What stands below keeps its place while the output comes anew.
    this.#out.style.minHeight = `${this.#out.offsetHeight.toString()}px`
    this.#text.textContent = ''
    this.#problem.hidden = true
    this.#badge.className = 'badge demo'
    this.#badge.textContent = 'Demo'
    this.#note.textContent = 'Running'
    this.#label('Stop')
  }

  /** The sandbox is there and the script begins: what was loaded before does not count. */
  restartClock(): void {
    this.#started = performance.now()
  }

  print(text: string): void {
    this.#text.append(text)
  }

  countCall(number: number): void {
    this.#calls = Math.max(this.#calls, number)
    this.#note.textContent = `Running · ${countOf(this.#calls, 'call')}`
  }

  end(result: RunResult): void {
    const took = formatTime(performance.now() - this.#started)
    const counts = `${countOf(this.#calls, 'call')} · ${took}`
    if (result.ok) {
      for (const { text } of result.values) this.print(`→ ${text}\n`)
      this.#finish(counts, `Finished. ${this.#text.textContent || 'Nothing was printed.'}`)
      return
    }
    const { problem } = result
    if (problem.kind === 'stopped') this.#finish(`Stopped · ${counts}`, 'Stopped')
    else this.#fail(problem.message, problem.error?.hint, counts)
  }

  fail(message: string): void {
    this.#fail(message, undefined, 'Not run')
  }

  #fail(message: string, hint: string | undefined, note: string): void {
    this.#problem.hidden = false
    this.#problem.replaceChildren(message)
    if (hint) {
      const next = document.createElement('small')
      next.textContent = hint
      this.#problem.append(next)
    }
    this.#finish(note, message)
  }

  #finish(note: string, spoken: string): void {
    this.#out.style.minHeight = ''
    this.#note.textContent = note
    this.#status.textContent = spoken
    this.#label('Run')
  }

  #label(verb: 'Run' | 'Stop'): void {
    if (!this.button) return
    this.button.textContent = verb
    this.button.setAttribute('aria-label', `${verb} “${this.#title}”`)
    this.button.classList.toggle('primary', verb === 'Run')
  }
}
