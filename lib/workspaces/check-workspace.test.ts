import { describe, expect, test } from 'vitest'
import { createFakeAdobe, json, type ScriptedAnswer, type SeenRequest } from '@/lib/testing/fake-adobe'
import { runChecks } from './check-workspace'

const sandboxes = json({
  sandboxes: [{ name: 'prod' }, { name: 'dev', title: 'Development', type: 'development', region: 'VA7' }],
})

type Answers = { sandboxes?: Response; stats?: Response; schemas?: Response; connections?: Response }

function answerBy(answers: Answers): ScriptedAnswer {
  return ({ url: { pathname } }: SeenRequest) => {
    if (pathname.includes('sandbox-management')) return answers.sandboxes ?? sandboxes
    if (pathname.endsWith('/stats')) return answers.stats ?? json({ tenantId: 'acme' })
    if (pathname.endsWith('/tenant/schemas')) return answers.schemas ?? json({ results: [] })
    return answers.connections ?? json({ items: [] })
  }
}

async function check(answers: Answers = {}, token?: ScriptedAnswer) {
  const adobe = createFakeAdobe([answerBy(answers)], token === undefined ? {} : { token })
  const { checks, tenantId } = await runChecks(adobe.client)
  const states = Object.fromEntries(checks.map(({ key, state }) => [key, state]))
  const failed = checks.find(({ state }) => state === 'failed')
  return { states, failed, tenantId, methods: adobe.seen.map(({ method }) => method) }
}

describe('the checks of a workspace', () => {
  test('pass one by one, tell the tenant, and only read', async () => {
    const { states, tenantId, methods } = await check()
    expect(states).toEqual({
      token: 'passed',
      organisation: 'passed',
      sandbox: 'passed',
      role: 'passed',
      sources: 'passed',
    })
    expect(tenantId).toBe('acme')
    expect(new Set(methods)).toEqual(new Set(['GET']))
  })

  test('a wrong secret fails at the token, and nothing else is claimed', async () => {
    const { states, failed } = await check({}, json({ error: 'invalid_client' }, 401))
    expect(states).toEqual({
      token: 'failed',
      organisation: 'skipped',
      sandbox: 'skipped',
      role: 'skipped',
      sources: 'skipped',
    })
    expect(failed?.error).toMatchObject({
      code: 'adobe.invalid-client',
      mendAt: 'workspace',
      adobe: { code: 'invalid_client' },
    })
  })

  test('a wrong organisation is told with Adobe’s own message', async () => {
    const { states, failed } = await check({
      sandboxes: json({ error_code: '403025', message: 'Profile is not valid' }, 403),
    })
    expect(states).toEqual({
      token: 'passed',
      organisation: 'failed',
      sandbox: 'skipped',
      role: 'skipped',
      sources: 'skipped',
    })
    expect(failed?.error).toMatchObject({ code: 'adobe.not-entitled', adobe: { message: 'Profile is not valid' } })
  })

  test('a sandbox that is not among those given is named together with those there are', async () => {
    const { states, failed } = await check({ sandboxes: json({ sandboxes: [{ name: 'prod' }, { name: 'stage' }] }) })
    expect(states).toEqual({
      token: 'passed',
      organisation: 'passed',
      sandbox: 'failed',
      role: 'skipped',
      sources: 'skipped',
    })
    expect(failed).toMatchObject({ detail: 'prod, stage', error: { code: 'adobe.sandbox-unknown' } })
  })

  test('a missing role and a missing sources permission are told apart', async () => {
    const noRole = await check({
      schemas: json({ type: 'http://ns.adobe.com/aep/errors/XDM-2010-403', title: 'x' }, 403),
    })
    expect(noRole.states).toMatchObject({ role: 'failed', sources: 'passed' })
    expect(noRole.failed?.error?.code).toBe('adobe.schema-permission')
    const noSources = await check({ connections: json({ code: '2121-403', message: 'x' }, 403) })
    expect(noSources.states).toMatchObject({ role: 'passed', sources: 'failed' })
    expect(noSources.failed?.error?.code).toBe('adobe.sources-permission')
  })
})
