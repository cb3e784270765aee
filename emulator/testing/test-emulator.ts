import { createEmulator, type EmulatorOptions } from '../server'
import type { JsonObject } from '../content/types'
import { asObject, asText } from '../json'

type CallOptions = { body?: unknown; headers?: Record<string, string | undefined>; accept?: string; sandbox?: string }
export type Answer = { status: number; headers: Headers; text: string; body: JsonObject; list: unknown[] }

/** A moment in the past of every test: a manual clock begins here. */
export const testStartMs = Date.UTC(2026, 10, 20, 9)

/** An emulator without a socket and a caller with the practice credential. Without `dataDir` it lives in memory. */
export async function openTestEmulator(options: EmulatorOptions = {}) {
  const emulator = createEmulator({ clock: 'manual', startMs: testStartMs, ...options })
  const { orgId, credentials } = emulator.world.installation
  const [credential] = credentials
  const token = await fetchToken()

  async function fetchToken(): Promise<string> {
    const form = {
      grant_type: 'client_credentials',
      client_id: credential.clientId,
      client_secret: credential.clientSecret,
      scope: 'openid,session,AdobeID',
    }
    const answer = await emulator.app.request('/ims/token/v3', { method: 'POST', body: new URLSearchParams(form) })
    return asText(asObject(await answer.json())['access_token'])
  }

  /** One call with all headers that Adobe demands; `undefined` leaves a header out. */
  async function send(method: string, path: string, { body, headers = {}, accept, sandbox = 'prod' }: CallOptions = {}): Promise<Response> {
    const sent: Record<string, string | undefined> = {
      authorization: `Bearer ${token}`,
      'x-api-key': credential.clientId,
      'x-gw-ims-org-id': orgId,
      'x-sandbox-name': sandbox,
      ...(accept !== undefined && { accept }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    }
    const present = Object.entries(sent).filter((pair): pair is [string, string] => pair[1] !== undefined)
    const text = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    return emulator.app.request(path, { method, headers: Object.fromEntries(present), ...text })
  }

  /** The same for answers that are JSON or nothing. */
  const call = async (method: string, path: string, options: CallOptions = {}) => readAnswer(await send(method, path, options))

  const registry = (method: string, path: string, options: CallOptions = {}) =>
    call(method, `/data/foundation/schemaregistry${path}`, { accept: 'application/vnd.adobe.xed+json', ...options })

  return { ...emulator, send, call, registry, token, credential, orgId, tenant: emulator.world.installation.tenantId }
}

export type TestEmulator = Awaited<ReturnType<typeof openTestEmulator>>

async function readAnswer(answer: Response): Promise<Answer> {
  const text = await answer.text()
  const parsed: unknown = text === '' ? {} : JSON.parse(text)
  return { status: answer.status, headers: answer.headers, text, body: parsed as JsonObject, list: Array.isArray(parsed) ? parsed : [] }
}
