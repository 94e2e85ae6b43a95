// The user's accounts as a run takes them: names by integration.

export function groupNames(accounts: readonly { integration: string; name: string }[]): Record<string, string[]> {
  const grouped = Object.groupBy(accounts, ({ integration }) => integration)
  return Object.fromEntries(
    Object.entries(grouped).map(([integration, group]) => [integration, (group ?? []).map(({ name }) => name)]),
  )
}
