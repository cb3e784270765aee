import type { Json, JsonObject } from '../content/types'
import { issueToken } from '../ims/tokens'
import { asObject, asText } from '../json'
import { createEmulator, type EmulatorOptions } from '../server'

export const testStartMs = Date.UTC(2026, 10, 20, 12)

export const payPalSpecId = '221c7626-58f6-4eec-8ee2-042b0226f03b'
export const dataLakeSpecId = 'c604ff05-7f1a-43c0-8e18-33bf874cb11c'
export const tableFlowSpecId = '14518937-270c-4525-bdec-c2ba7cce3860'

export type Answer = { status: number; body: JsonObject; text: string; headers: Headers }
export type CallOptions = { body?: Json; ifMatch?: string; sandbox?: string; accept?: string }

/** An emulator with a clock that stands still, and a way to speak to it as an entitled client does. */
export function startForTest(options: EmulatorOptions = {}) {
  const emulator = createEmulator({ clock: 'manual', startMs: testStartMs, runDelaySeconds: 120, ...options })
  const { app, world } = emulator

  async function send(method: string, path: string, { body, ifMatch, accept, sandbox = 'prod' }: CallOptions = {}): Promise<Answer> {
    const credential = world.installation.credentials[0]
    const response = await app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${issueToken(world, credential)}`,
        'x-api-key': credential.clientId,
        'x-gw-ims-org-id': world.installation.orgId,
        'x-sandbox-name': sandbox,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...(accept !== undefined && { accept }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json')
    const parsed = text === '' || !isJson ? {} : (JSON.parse(text) as Json)
    return { status: response.status, body: Array.isArray(parsed) ? { list: parsed } : asObject(parsed), text, headers: response.headers }
  }

  const call = (method: string, path: string, more?: CallOptions) => send(method, `/data/foundation/flowservice${path}`, more)
  return { ...emulator, send, call }
}

export type TestEmulator = ReturnType<typeof startForTest>

/** What an error says: its code, whatever else it carries. */
export const codeOf = ({ body }: Answer): string => asText(body['errorCode'])

export const idOf = ({ body }: Answer): string => asText(body['id'])
