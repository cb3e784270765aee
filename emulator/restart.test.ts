import { spawn, type ChildProcess } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { asObject, asText } from './json'
import { openTestEmulator, type TestEmulator } from './testing/test-emulator'

/** Each start loads everything anew, on a machine that may be busy. */
const processTimeoutMs = 120_000

let dir: string
let children: ChildProcess[] = []
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'emulator-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

const schema = (title: string) => ({ title, allOf: [{ $ref: 'https://ns.adobe.com/xdm/context/profile' }] })

async function start(): Promise<{ origin: string; kill: () => Promise<void> }> {
  const args = ['--import', 'tsx', 'emulator/main.ts', '--port', '0', '--data', dir]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const origin = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const found = /Adobe emulator on (http:\S+)/.exec(output)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(`The emulator ended: ${output}`)))
  })
  return { origin, kill: async () => void (child.kill('SIGKILL'), await exited) }
}

async function authorise(origin: string): Promise<Record<string, string>> {
  const kept = asObject(JSON.parse(readFileSync(join(dir, 'credentials.json'), 'utf8')) as never)
  const [orgId, clientId, clientSecret] = [kept['orgId'], kept['clientId'], kept['clientSecret']].map(asText)
  const grant = { grant_type: 'client_credentials', scope: 'openid' }
  const form = new URLSearchParams({ ...grant, client_id: clientId ?? '', client_secret: clientSecret ?? '' })
  const answer = await fetch(`${origin}/ims/token/v3`, { method: 'POST', body: form })
  const token = asText(asObject((await answer.json()) as never)['access_token'])
  return {
    authorization: `Bearer ${token}`,
    'x-api-key': clientId ?? '',
    'x-gw-ims-org-id': orgId ?? '',
    'x-sandbox-name': 'prod',
    'content-type': 'application/json',
  }
}

test('a process killed in the middle of many creations loses none that it acknowledged', async () => {
  const first = await start()
  const headers = await authorise(first.origin)
  const acknowledged: string[] = []
  const address = (origin: string) => `${origin}/data/foundation/schemaregistry/tenant/schemas`
  const writer = (async () => {
    for (let n = 0; n < 10_000; n++) {
      const answer = await fetch(address(first.origin), { method: 'POST', headers, body: JSON.stringify(schema(`Schema ${n}`)) })
      acknowledged.push(asText(asObject((await answer.json()) as never)['$id']))
      if (acknowledged.length === 25) void first.kill()
    }
  })()
  await expect(writer).rejects.toBeInstanceOf(Error)
  expect(acknowledged.length).toBeGreaterThanOrEqual(25)

  const second = await start()
  const accept = 'application/vnd.adobe.xed+json; version=1'
  for (const id of acknowledged) {
    const answer = await fetch(`${address(second.origin)}/${encodeURIComponent(id)}`, { headers: { ...headers, accept } })
    expect(answer.status).toBe(200)
  }
}, processTimeoutMs)

test('a folder that another process works on is refused, and its state left alone', async () => {
  const first = await start()
  const headers = await authorise(first.origin)
  await expect(start()).rejects.toThrow('The emulator ended')
  const address = `${first.origin}/data/foundation/schemaregistry/tenant/schemas`
  const made = await fetch(address, { method: 'POST', headers, body: JSON.stringify(schema('After')) })
  const id = asText(asObject((await made.json()) as never)['$id'])
  await first.kill()
  const second = await start()
  const accept = 'application/vnd.adobe.xed+json; version=1'
  const path = `/data/foundation/schemaregistry/tenant/schemas/${encodeURIComponent(id)}`
  expect((await fetch(second.origin + path, { headers: { ...headers, accept } })).status).toBe(200)
}, processTimeoutMs)

describe('a second start on the same folder', () => {
  const reopen = async (emulator: TestEmulator, options = {}) => {
    emulator.close()
    return openTestEmulator({ dataDir: dir, ...options })
  }

  test('has the same organisation, and tokens of before are still good', async () => {
    const before = await openTestEmulator({ dataDir: dir })
    const after = await reopen(before)
    expect([after.orgId, after.credential.clientId, after.tenant]).toEqual([before.orgId, before.credential.clientId, before.tenant])
    const headers = { authorization: `Bearer ${before.token}` }
    expect((await after.call('GET', '/data/foundation/catalog/dataSets', { headers })).status).toBe(200)
  })

  test('goes on where the clock and the switches were', async () => {
    const before = await openTestEmulator({ dataDir: dir })
    await before.call('POST', '/_emulator/clock', { body: { advanceSeconds: 3600 } })
    await before.call('POST', '/_emulator/switches', { body: { paypal: 'gone' } })
    const nowMs = before.world.clock.now()
    const after = await reopen(before)
    expect(after.world.clock.now()).toBe(nowMs)
    expect(after.world.switches.paypal).toBe('gone')
  })

  test('counts what was ever made, deleted or not', async () => {
    const before = await openTestEmulator({ dataDir: dir })
    const made = await before.registry('POST', '/tenant/schemas', { body: schema('One') })
    await before.registry('POST', '/tenant/schemas', { body: schema('Two') })
    await before.registry('DELETE', `/tenant/schemas/${encodeURIComponent(asText(made.body['$id']))}`)
    const after = await reopen(before)
    expect(after.world.store.count({ org: after.orgId, sandbox: 'prod' }, 'schemas')).toEqual({ live: 1, created: 2 })
  })

  test('drops a line that a kill tore, and nothing before it', async () => {
    const before = await openTestEmulator({ dataDir: dir })
    await before.registry('POST', '/tenant/schemas', { body: schema('Whole') })
    appendFileSync(join(dir, 'log.jsonl'), '{"put":[["torn')
    const after = await reopen(before)
    expect(after.world.store.list({ org: after.orgId, sandbox: 'prod' }, 'schemas')).toHaveLength(1)
  })
})
