// Which integrations the sidebar shows: all of them while they are few, else those of the reader's category.

export interface SidebarItem {
  name: string
  category: string
  href: string
}

export interface SidebarGroup {
  category: string
  /** The category's place in the catalog page. */
  href: string
  /** Empty when the category is only linked. */
  links: { label: string; href: string }[]
}

/** Above this many integrations a sidebar with all of them would outweigh the page. */
const FEW = 60

/**
 * Groups integrations by category, both in alphabetical order.
 *
 * @param path path of the page being shown
 */
export function groupByCategory(items: SidebarItem[], path: string): SidebarGroup[] {
  const current = items.find(({ href }) => href === path)?.category
  return [...new Set(items.map(({ category }) => category))].sort().map((category) => ({
    category: labelCategory(category),
    href: `/integrations/?category=${encodeURIComponent(category)}`,
    links:
      items.length <= FEW || category === current
        ? items
            .filter((item) => item.category === category)
            .sort((a, b) => a.name.localeCompare(b.name, 'en'))
            .map(({ name, href }) => ({ label: name, href }))
        : [],
  }))
}

/** A category as it is read: the definitions write it in lower case. */
export function labelCategory(category: string): string {
  return category.charAt(0).toUpperCase() + category.slice(1)
}
