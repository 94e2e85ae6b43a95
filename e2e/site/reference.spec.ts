// A reader on the page of an integration: facts, names, copying, and examples that run where they stand.
import { expect, test } from '../setup/fixtures.ts'
import { watchPage } from './watch-page.ts'

const PAGE = '/integrations/upstash/'

test('the page says what the integration is and lists every function with its names', async ({ page }) => {
  await page.goto(PAGE)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Upstash Redis Lua API for KosmoKrator Agents')
  const facts = (await page.locator('.facts').innerText()).replace(/\s+/g, ' ')
  expect(facts).toContain('7 functions 5 read 2 write API key auth')
  for (const name of ['get_key', 'set_key', 'delete_key', 'list_keys', 'list_databases', 'get_database']) {
    const section = page.locator('section.function', { has: page.locator(`h3#${name}`) })
    await expect(section).toContainText(`app.integrations.upstash.${name}`)
    await expect(section).toContainText(`upstash.upstash_${name}`)
    await expect(section).toContainText('Operation')
  }
  const deletion = page.locator('section.function', { has: page.locator('h3#delete_key') })
  await expect(deletion.locator('.badge.destructive')).toHaveText('Destructive')
})

test('an example shows its recording, then runs on Demo in place, without the editor', async ({ page }) => {
  const complaints = watchPage(page)
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname)
  })
  await page.goto(PAGE)
  const example = page.locator('run-example', { hasText: 'Keep a table in a key' })
  await expect(example.locator('.badge')).toHaveText('Recorded')
  const recorded = await example.locator('.out .text').innerText()
  await example.getByRole('button', { name: 'Run' }).click()
  await expect(example.locator('.badge')).toHaveText('Demo')
  await expect(example.locator('.note')).toHaveText(/^2 calls · \d+(\.\d)? m?s$/)
  expect(await example.locator('.out .text').innerText()).toBe(recorded)
  expect(scripts.filter((path) => /monaco|editor|react|client\./.test(path))).toEqual([])
  expect(complaints).toEqual([])
})

test('every example of the page gives what was recorded', async ({ page }) => {
  await page.goto(PAGE)
  for (const example of await page.locator('run-example').all()) {
    const recorded = await example.locator('.out .text').innerText()
    await example.getByRole('button', { name: 'Run' }).click()
    await expect(example.locator('.note')).toHaveText(/^\d+ calls? · /)
    expect(await example.locator('.out .text').innerText()).toBe(recorded)
    await expect(example.locator('.problem')).toBeHidden()
  }
})

test('an example that never ends is stopped by the same button', async ({ page }) => {
  await page.goto(PAGE)
  const example = page.locator('section.function run-example').first()
  // The script of the page is what runs; a loop stands in for a slow one.
  await example.locator('pre code').evaluate((code) => (code.textContent = 'print("on")\nwhile true do end'))
  await example.evaluate((element) => {
    element.replaceWith(element.cloneNode(true))
  })
  await example.getByRole('button', { name: 'Run' }).click()
  await expect(example.locator('.out .text')).toHaveText('on')
  await example.getByRole('button', { name: 'Stop' }).click()
  await expect(example.locator('.note')).toHaveText(/^Stopped · 0 calls/)
  await expect(example.getByRole('button', { name: 'Run' })).toBeVisible()
})

test('a script that fails says where and what to do', async ({ page }) => {
  await page.goto(PAGE)
  const example = page.locator('section.function run-example').first()
  await example
    .locator('pre code')
    .evaluate((code) => (code.textContent = '\napp.integrations.upstash.get_kye({ key = "a" })'))
  await example.evaluate((element) => {
    element.replaceWith(element.cloneNode(true))
  })
  await example.getByRole('button', { name: 'Run' }).click()
  await expect(example.locator('.problem')).toContainText('main.lua:2:')
  await expect(example.locator('.problem')).toContainText('get_key')
})

test('paths, examples and the whole page are copied', async ({ context, page, server }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url })
  await page.goto(PAGE)
  const readClipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await page.locator('#get_key ~ .path').getByRole('button', { name: 'Copy the Lua path' }).click()
  await expect.poll(readClipboard).toBe('app.integrations.upstash.get_key')
  await page.locator('section.function run-example').first().getByRole('button', { name: 'Copy the example' }).click()
  await expect.poll(readClipboard).toContain('app.integrations.upstash.get_key({')
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  const markdown = await (await page.request.get('/integrations/upstash.md')).text()
  await expect.poll(readClipboard).toBe(markdown)
  await page.getByText('Show the text').click()
  await expect.poll(() => page.locator('.raw pre').textContent()).toBe(markdown)
})

test('Edit opens the playground with the same script', async ({ page }) => {
  await page.goto(PAGE)
  await page.locator('section.function run-example').first().getByRole('link', { name: /^Edit/ }).click()
  await expect(page).toHaveURL(/\/playground\//)
  await expect(page.locator('body')).toContainText('user:1234:session')
  // A script of the site is not held back as a stranger's would be.
  await expect(page.getByText(/take over/i)).toHaveCount(0)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.locator('body')).toContainText('Value: sess_8f2c1e')
})

test('“On this page” marks the function that is read, wherever the reader jumped', async ({ page }) => {
  await page.goto(PAGE)
  for (const name of ['get_database', 'set_key']) {
    await page
      .locator('section.function', { has: page.locator(`h3#${name}`) })
      .locator('.facts-list')
      .evaluate((facts) => {
        facts.scrollIntoView({ block: 'start' })
      })
    await expect(page.locator('starlight-toc a[aria-current=true]')).toHaveText(name)
  }
})
