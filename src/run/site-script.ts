// The mark that a script of this site leaves in the tab before the playground opens it: a link from elsewhere cannot.

/** Holds the hash of the script that comes from this site. */
export const SITE_SCRIPT_KEY = 'kosmo.site-script'

export function markSiteScript(tab: Pick<Storage, 'setItem'>, hash: string): void {
  tab.setItem(SITE_SCRIPT_KEY, hash)
}
