import { chromium, type Browser } from '@playwright/test'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The Chromium of this machine, as Debian and others install it; undefined if there is none. */
export const browserPath: string | undefined = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find(isProgram)

/** What a test is called that needs a browser: where there is none, it is skipped by a name that says why. */
export const inBrowser = (name: string): string =>
  browserPath === undefined ? `${name} (skipped: no Chromium is installed)` : name

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox'] })

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
