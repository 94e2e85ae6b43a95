// A reader on the page of an integration: facts, names, copying, and examples that run where they stand.
import { expect, test } from '../setup/fixtures.ts'
import { LABELS, ORIGINAL_PAGES, SECTION_NAMES } from './original-pages.ts'
import { watchPage } from './watch-page.ts'

const PAGE = '/integrations/upstash/'

for (const { slug, title, category, functions, read, write, names } of ORIGINAL_PAGES) {
  test(`the page of ${slug} has the title, the counts, the sections and the labels of the original`, async ({
    page,
  }) => {
    const complaints = watchPage(page)
    await page.goto(`/integrations/${slug}/`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.locator('main').getByRole('link', { name: category, exact: true }).first()).toBeVisible()
    const facts = (await page.locator('.facts').innerText()).replace(/\s+/g, ' ')
    expect(facts).toMatch(new RegExp(`^${functions} functions ${read} read ${write} write .+ auth`))
    const headings = await page.locator('.reference > :is(h2, h3), section.guide > h2').allTextContents()
    expect(headings.map((text) => text.trim()).filter((text) => SECTION_NAMES.includes(text))).toEqual(SECTION_NAMES)
    const text = await page.locator('main').innerText()
    expect(LABELS.filter((label) => !text.includes(label))).toEqual([])
    expect(text).toContain(`npm install --global ${new URL(page.url()).origin}/kosmo.tgz`)
    await expect(page.locator('section.function')).toHaveCount(names.length)
    expect(complaints).toEqual([])
  })

  test(`every function of ${slug} has its names, its operation and its parameters`, async ({ page }) => {
    await page.goto(`/integrations/${slug}/`)
    const sections = await page.locator('section.function').all()
    let writes = 0
    for (const [at, section] of sections.entries()) {
      const text = (await section.textContent()) ?? ''
      const path = await section.locator('.head .path code').innerText()
      expect(text).toContain(path)
      const facts = await section.locator('.facts-list').textContent()
      expect(facts).toMatch(/Operation\s*(Read|Write)/)
      expect(facts).toContain(names[at])
      if (facts?.includes('Write')) writes += 1
      await expect(section.getByRole('columnheader').first()).toHaveText('Parameter')
      if (!(await section.locator('.parameters code').count())) expect(text).toContain('No parameters.')
    }
    expect(writes).toBe(write)
  })

  test(`every example of ${slug} gives what was recorded`, async ({ page }) => {
    await page.goto(`/integrations/${slug}/`)
    for (const more of await page.locator('details.more > summary').all()) await more.click()
    for (const example of await page.locator('run-example').all()) {
      const recorded = await example.locator('.out .text').textContent()
      await example.getByRole('button', { name: 'Run' }).click()
      // The first run of a page starts the machine, which takes its time while other tests run.
      await expect(example.locator('.note')).toHaveText(/^\d+ calls? · /)
      expect(await example.locator('.out .text').textContent()).toBe(recorded)
      await expect(example.locator('.problem')).toBeHidden()
    }
  })
}

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

test('each request of a call is shown, many of them folded', async ({ page }) => {
  await page.goto('/integrations/render/')
  const section = page.locator('section.function', { has: page.locator('#get_deploy') })
  await expect(section.getByLabel('Request 1 of 7 to the vendor')).toContainText('/v1/services?limit=15')
  await expect(section.getByLabel('Request 2 of 7 to the vendor')).toBeVisible()
  const last = section.getByLabel('Request 7 of 7 to the vendor')
  await expect(last).toBeHidden()
  await section.getByText('More requests (5)').click()
  await expect(last).toContainText('/v1/services/srv-cabc12345678/deploys/dep-cabc12345678')
})

test('Stop is heard while the runner is still on its way', async ({ page }) => {
  const asked = Promise.withResolvers<undefined>()
  const release = Promise.withResolvers<undefined>()
  await page.route(/demo-runner/, async (route) => {
    asked.resolve(undefined)
    await release.promise
    await route.continue()
  })
  await page.goto(PAGE)
  const example = page.locator('section.function run-example').first()
  await example.getByRole('button', { name: 'Run' }).click()
  await asked.promise
  await example.getByRole('button', { name: 'Stop' }).click()
  release.resolve(undefined)
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

test('a large page opens at its functions, folds what is long, and describes a shared object once', async ({
  page,
}) => {
  await page.goto('/integrations/clerk/#create_user')
  const section = page.locator('section.function', { has: page.locator('h3#create_user') })
  await expect(section.locator('h3')).toBeInViewport()
  await expect(section.getByRole('cell', { name: 'locked', exact: true })).toBeHidden()
  await section.getByText(/more parameters, all optional/).click()
  await expect(section.getByRole('cell', { name: 'locked', exact: true })).toBeVisible()
  await section.getByRole('link', { name: 'get_user', exact: true }).first().click()
  await expect(page).toHaveURL(/#get_user$/)
  await expect(page.locator('h3#get_user')).toBeInViewport()
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
