import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { ExplainedError } from './explained-error'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** A Chromium to run the browser tests in: CHROMIUM_PATH, else one of the system's; installed from Debian as root when absent. */
export function findChromium(): string {
  const given = process.env.CHROMIUM_PATH
  if (given && fs.existsSync(given)) return given
  const found = search()
  if (found) return found
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    console.log('   Installing Chromium from the system\'s packages…')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore' })
    const installed = search()
    if (installed) return installed
  }
  throw new ExplainedError(
    'The browser tests need a Chromium and found none.',
    'Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.',
  )
}

function search(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...PLACES]
  return candidates.find((candidate) => fs.existsSync(candidate))
}
