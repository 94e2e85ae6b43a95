// Which of several questions is the newest: the answer to an older one says what was, and may come last.

/**
 * Makes a function that begins a turn, and answers one that says whether the turn is still the newest.
 *
 * In a component: `const [begin] = useState(createTurns)`.
 */
export function createTurns(): () => () => boolean {
  let newest = 0
  return () => {
    const turn = ++newest
    return () => turn === newest
  }
}
