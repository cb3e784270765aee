import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { previewCalls, type CallPreview } from '@/lib/provisioning/call-preview'
import type { StepKey } from '@/lib/provisioning/step-keys'
import { arbitraryDefinition } from '@/lib/testing/arbitrary-definition'
import { testCredential } from '@/lib/testing/fake-adobe'
import { runPostmanCollection, type PostmanRequest } from '@/lib/testing/run-postman'
import { exportCalls, type ExportPlan } from './export-calls'
import { toShellScript } from './export-curl'
import { toPostmanCollection } from './export-postman'
import type { Bindings, FlowDefinition } from './flow-definition'

const { clientSecret, ...facts } = testCredential
/** An environment with nothing in it but where programs are. */
const bare = { PATH: process.env.PATH } as unknown as NodeJS.ProcessEnv
const marker = 'marker of the test'
const ids: Partial<Record<StepKey, string>> = {
  'adhoc-class': 'https://ns.adobe.com/acme/classes/c1', 'adhoc-schema': 'https://ns.adobe.com/acme/schemas/s1',
  'source-connection': 'sc-1', schema: 'https://ns.adobe.com/acme/schemas/s2', 'identity-descriptor': 'descriptor-1',
  dataset: 'dataset-1', 'target-connection': 'tc-1', 'mapping-set': 'ms-1', flow: 'flow-1',
}

const bindingsFor = ({ target }: FlowDefinition): Bindings => ({
  baseConnectionId: 'base-1',
  flowSpec: { id: '14518937-270c-4525-bdec-c2ba7cce3860', version: '1.0' },
  ...(target.schema.mode === 'existing' && { schemaId: 'https://ns.adobe.com/acme/schemas/old' }),
  ...(target.dataset.mode === 'existing' && { datasetId: 'old-dataset' }),
})

const planFor = (definition: FlowDefinition): ExportPlan => {
  const plan = exportCalls(definition, bindingsFor(definition), facts)
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  return plan.data
}

/** What Adobe answers to a step's call, in the form of its service. */
function answerTo(stepKey: StepKey): string {
  const id = ids[stepKey]
  if (stepKey === 'dataset') return JSON.stringify([`@/dataSets/${id}`])
  if (stepKey === 'identity-descriptor') return JSON.stringify({ '@id': id })
  if (stepKey === 'flow-spec') return JSON.stringify({ items: [{ id: 'spec' }] })
  return JSON.stringify(id?.startsWith('https:') ? { $id: id } : { id })
}

type Call = { method: string; url: string; headers: Record<string, string>; body?: unknown }

/** The app's own calls with the same ids and marker. The moment of a start that is reckoned when the flow is made is left out. */
function sentByApp(definition: FlowDefinition): Call[] {
  const options = { nowMs: 0, marker, placeholder: (key: StepKey) => ids[key] ?? key }
  return previewCalls(definition, bindingsFor(definition), facts, options).map(({ preview }: CallPreview) => {
    const { authorization: _struckOut, ...headers } = preview.headers
    return comparable(definition, { ...preview, headers })
  })
}

function comparable({ schedule }: FlowDefinition, { body, ...call }: Call): Call {
  if (body === undefined) return call
  const isReckoned = schedule.start === 'as-soon-as-created' && typeof body === 'object' && body !== null && 'scheduleParams' in body
  if (!isReckoned) return { ...call, body: JSON.parse(JSON.stringify(body)) as unknown }
  const params = body.scheduleParams as { startTime: unknown }
  expect(Number.isInteger(params.startTime)).toBe(true)
  return { ...call, body: JSON.parse(JSON.stringify({ ...body, scheduleParams: { ...params, startTime: 0 } })) as unknown }
}

describe('the Postman collection', () => {
  test('sends the very calls that the app sends, whatever the texts of the definition hold', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDefinition, async (definition) => {
        const plan = planFor(definition)
        let at = 0
        const run = await runPostmanCollection(toPostmanCollection(plan), { client_secret: clientSecret, marker }, async ({ url }) => {
          if (url.includes('/ims/')) return { code: 200, text: JSON.stringify({ access_token: 'the-token', expires_in: 86399 }) }
          const key = plan.calls[at++]?.stepKey
          return { code: 200, text: key ? answerTo(key) : '' }
        })
        expect(run.failures).toEqual([])
        expect(run.sent.map((request) => fromPostman(definition, request))).toEqual(sentByApp(definition))
      }),
      { numRuns: 40 },
    )
  })

  test('stops at a refusal, and names what refused it', async () => {
    const [definition] = fc.sample(arbitraryDefinition, { numRuns: 1, seed: 1 })
    if (!definition) throw new Error('sampled')
    const run = await runPostmanCollection(toPostmanCollection(planFor(definition)), { access_token: 'the-token' }, async () => ({ code: 403, text: 'no role' }))
    expect(run.sent).toHaveLength(1)
    expect(run.failures[0]).toContain('Refused with 403: no role')
  })
})

function fromPostman(definition: FlowDefinition, { name: _name, body, headers, ...call }: PostmanRequest): Call {
  const { authorization, ...rest } = headers
  expect(authorization).toBe('Bearer the-token')
  return comparable(definition, { ...call, headers: rest, ...(body !== undefined && { body: JSON.parse(body) as unknown }) })
}

/** The script itself says what it needs; where a machine lacks it, nothing can be learned there. */
const canRun = spawnSync('jq', ['--version']).status === 0

describe.skipIf(!canRun)('the shell script', () => {
  let folder = ''
  beforeAll(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tributary-script-'))))
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  /** Runs a script with a curl that writes its arguments down and answers as told, line by line. */
  function runScript(script: string, answers: string[]) {
    const [args, stdin, answer] = ['args', 'stdin', 'answers'].map((name) => path.join(folder, name)) as [string, string, string]
    fs.writeFileSync(args, '')
    fs.writeFileSync(stdin, '')
    fs.writeFileSync(answer, answers.map((one) => `${one}\n`).join(''))
    const fake = `curl() {
      printf '%s\\0' "$@" >> '${args}'; printf '\\0' >> '${args}'; cat >> '${stdin}'
      head -n 1 '${answer}'; sed 1d '${answer}' > '${answer}.rest'; mv '${answer}.rest' '${answer}'
      case "$*" in */ims/token*) ;; *) printf '%s' 201 ;; esac
    }\n`
    const env = { ...bare, MARKER: marker, CLIENT_SECRET: "s3cr'et&x" }
    const output = execFileSync('/bin/sh', ['-c', fake + script], { env, encoding: 'utf8', maxBuffer: 1 << 26 })
    const calls = fs.readFileSync(args, 'utf8').split('\0\0').filter(Boolean).map((one) => one.split('\0'))
    return { output, calls, stdin: fs.readFileSync(stdin, 'utf8') }
  }

  test('sends the very calls that the app sends, whatever the texts of the definition hold; secrets only through pipes', () => {
    fc.assert(
      fc.property(arbitraryDefinition, (definition) => {
        const plan = planFor(definition)
        const token = JSON.stringify({ access_token: 'the-token', expires_in: 86399 })
        const { output, calls, stdin } = runScript(toShellScript(plan), [token, ...plan.calls.map(({ stepKey }) => answerTo(stepKey))])
        expect(calls.slice(1).map((words) => comparable(definition, fromWords(words)))).toEqual(sentByApp(definition))
        expect(output).toContain('\nComplete.\n')
        expect(output).toMatch(/^flow-1 {2}flow “/m)
        expect(calls.flat().join(' ')).not.toMatch(/s3cr|the-token/)
        expect(stdin).toContain("s3cr'et&x")
        expect(stdin.split('Bearer the-token')).toHaveLength(plan.calls.length + 1)
      }),
      { numRuns: 6 },
    )
  }, 60_000)

  test('holds no secret and no token, and asks for them', () => {
    const [definition] = fc.sample(arbitraryDefinition, { numRuns: 1, seed: 2 })
    const script = toShellScript(planFor(definition as FlowDefinition))
    expect(script).not.toContain(clientSecret)
    expect(() => execFileSync('/bin/sh', ['-c', script], { env: bare, stdio: 'pipe' })).toThrow(/Set CLIENT_SECRET \(or ACCESS_TOKEN\)/)
  })
})

/** curl's arguments read back as a call. */
function fromWords(words: string[]): Call {
  const after = (option: string) => words.flatMap((word, index) => (word === option ? [words[index + 1] ?? ''] : []))
  const body = after('--data-raw')[0]
  return {
    method: after('--request')[0] ?? '',
    url: words.find((word) => word.startsWith('https://platform.adobe.io/')) ?? '',
    headers: Object.fromEntries(after('--header').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])),
    ...(body !== undefined && { body: JSON.parse(body) as unknown }),
  }
}

test('a definition in which something looks like a secret is not exported', () => {
  const [definition] = fc.sample(arbitraryDefinition, { numRuns: 1, seed: 3 })
  if (!definition) throw new Error('sampled')
  const withSecret = { ...definition, mapping: { version: 1 as const, rows: [{ id: 'a', sourceType: 'STATIC' as const, source: 'Bearer abcdefgh12345', destination: '_id' }] } }
  expect(exportCalls(withSecret, bindingsFor(definition), facts)).toMatchObject({ ok: false, error: [{ path: 'mapping.rows[0].source', code: 'secret' }, {}] })
})
