// Addresses of the other pages of the product, with the way back to the playground.

/**
 * The page of a snippet, or the playground: the script itself is in the tab's draft, and an address that held it would
 * tell the server's log about it.
 */
function findBack(): string {
  return location.pathname.startsWith('/s/') ? location.pathname : '/playground/'
}

export function signInAddress(): string {
  return `/sign-in/?to=${encodeURIComponent(findBack())}`
}

export function accountsAddress(): string {
  return `/accounts/?to=${encodeURIComponent(findBack())}`
}

/** @param account the name that the script asks for; null for any */
export function connectAddress(integration: string, account: string | null = null): string {
  const query = new URLSearchParams({
    connect: integration,
    ...(account === null ? {} : { name: account }),
    to: findBack(),
  })
  return `/accounts/?${query.toString()}`
}
