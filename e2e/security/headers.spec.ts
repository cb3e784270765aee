import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '../support/fixtures'

const root = path.resolve(import.meta.dirname, '..', '..')
const nobody = '00000000-0000-4000-8000-000000000000'

/** An address of every page and route of the app, of things that do not exist where one is named. */
function everyAddress(): string[] {
  const files = fs.readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${path.dirname(file)}`.replaceAll(/\/\([^)]+\)|\/\.$/g, '').replaceAll(/\[\.\.\.\w+\]/g, 'ok').replaceAll(/\[\w+\]/g, nobody) || '/')
    .toSorted()
}

test('every answer of every address, signed in or not, good or bad, carries the headers that protect the browser', async ({ instance, signedInState, playwright }) => {
  const addresses = [...everyAddress(), '/no-such-page', '/api/no-such-route', '/_next/static/no-such-file.js', '/favicon.ico']
  expect(addresses.length).toBeGreaterThan(40)
  const statuses = new Set<number>()
  for (const storageState of [signedInState, { cookies: [], origins: [] }]) {
    const context = await playwright.request.newContext({ baseURL: instance.url, storageState })
    for (const address of addresses) {
      for (const method of ['GET', 'POST']) {
        const answer = await context.fetch(address, { method, maxRedirects: 0, ...(method === 'POST' && { data: '{"broken', headers: { 'content-type': 'application/json' } }) })
        statuses.add(answer.status())
        const headers = answer.headers()
        const what = `${method} ${address}: ${answer.status()}`
        expect(headers['content-security-policy'] ?? '', what).toMatch(/(?=.*default-src 'self')(?=.*object-src 'none')(?=.*base-uri 'none')(?=.*frame-ancestors 'none')/)
        expect(headers['content-security-policy'], what).not.toMatch(/script-src[^;]*'unsafe-inline'/)
        expect(headers, what).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' })
        expect(headers['x-powered-by'], what).toBeUndefined()
        expect(answer.status(), what).not.toBe(500)
      }
    }
    await context.dispose()
  }
  for (const status of [200, 307, 401, 404]) expect(statuses, `met ${[...statuses].join(' ')}`).toContain(status)
})
