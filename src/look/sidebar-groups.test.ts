import { expect, test } from 'vitest'
import { groupByCategory, type SidebarItem } from './sidebar-groups.ts'

const item = (name: string, category: string): SidebarItem => ({ name, category, href: `/integrations/${name}/` })

test('few integrations are all shown, by category and name', () => {
  const groups = groupByCategory([item('upstash', 'data'), item('render', 'productivity'), item('convex', 'data')], '/')
  expect(groups.map(({ category, links }) => [category, links.map(({ label }) => label)])).toEqual([
    ['Data', ['convex', 'upstash']],
    ['Productivity', ['render']],
  ])
})

test('among many, only the category of the page is shown in full', () => {
  const many = Array.from({ length: 100 }, (_, n) => item(`i${n.toString()}`, n % 2 ? 'odd' : 'even'))
  const groups = groupByCategory(many, '/integrations/i3/')
  expect(groups.map(({ category, links }) => [category, links.length])).toEqual([
    ['Even', 0],
    ['Odd', 50],
  ])
})
