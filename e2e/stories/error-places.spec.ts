// The editor marks the very word that an error is about, and the button below the error leads to it.
import { expect, test } from '../setup/fixtures.ts'
import { openPlayground, panel, pressRun, writeScript } from './playground.ts'

const CASES = [
  { what: 'a token that does not parse', source: 'local s = "äöü" x = = 1', column: 21, length: 1 },
  { what: 'a name that is nil', source: 'local s = "nope" nope(s)', column: 18, length: 4 },
]

for (const { what, source, column, length } of CASES) {
  test(`${what} is marked where it stands`, async ({ page }) => {
    await openPlayground(page)
    await writeScript(page, source)
    await pressRun(page)
    await expect(panel(page)).toContainText('main.lua:1: ')
    const mark = page.locator('.squiggly-error')
    await expect(mark).toHaveCount(1)
    // In columns of the font, which is of one width. Read at one moment: Monaco draws its lines anew as it likes.
    const place = () =>
      page.evaluate((characters) => {
        const [box, line] = ['.squiggly-error', '.view-line > span'].map((part) =>
          document.querySelector(part)?.getBoundingClientRect(),
        )
        if (!box || !line) return 'not drawn'
        const width = line.width / characters
        return [Math.round((box.x - line.x) / width) + 1, Math.round(box.width / width)]
      }, source.length)
    await expect.poll(place).toEqual([column, length])
    await page.getByRole('button', { name: 'Go to line 1' }).click()
    await expect(page.getByText(`Ln 1, Col ${column}`)).toBeVisible()
  })
}
