// Which Chromium the browser tests use, and how it is started.
import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from '@playwright/test'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The first Chromium that exists: CHROMIUM_PATH, Playwright's own, the system's. Undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH']
  return [named, chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path))
}

/** Launch options that keep the browser from calling home, and let it start as root in a container. */
export function launchOptions(): LaunchOptions {
  const executablePath = findChromium()
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium refuses its own sandbox as root; the pages under test are ours.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  }
}
