// Whether this browser has a session, as far as static pages need to know: which link the header shows.

const KEY = 'kosmo-signed-in'

/** Notes the state of the session. Only the header's link depends on it; the server decides everything else. */
export function noteSignedIn(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(KEY, 'yes')
    else localStorage.removeItem(KEY)
  } catch {
    // Without storage the header says "Sign in", which leads to the accounts all the same.
  }
}

/** What {@link noteSignedIn} was last told. */
export function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes'
  } catch {
    return false
  }
}
