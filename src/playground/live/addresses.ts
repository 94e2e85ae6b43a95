// Addresses of the other pages of the product, with the way back to the playground.

/** The script itself is in the tab's draft; an address would tell the server's log about it. */
const BACK = '/playground/'

export const signInAddress = `/sign-in/?to=${encodeURIComponent(BACK)}`

/** @param account the name that the script asks for; null for any */
export function connectAddress(integration: string, account: string | null = null): string {
  const query = new URLSearchParams({ connect: integration, ...(account === null ? {} : { name: account }), to: BACK })
  return `/accounts/?${query.toString()}`
}
