// The title of the page says which script it shows, as tabs and bookmarks name it.
import { useEffect, useState } from 'react'

/** @param title of the saved script; null for the title that the page came with */
export function usePageTitle(title: string | null): void {
  const [usual] = useState(() => document.title)
  useEffect(() => {
    document.title = title === null ? usual : `${title} | KosmoKrator Lua`
  }, [title, usual])
}
