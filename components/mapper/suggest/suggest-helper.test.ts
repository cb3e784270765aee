import { describe, expect, test, vi } from 'vitest'
import { paymentSources as sources, paymentTargets as targets } from '@/lib/testing/mapping-facts'
import { emptyMapping } from '@/lib/mapping/mapping-document'
import { suggestFor, suggestMapping } from '@/lib/mapping/suggest/suggest-mapping'
import { serveQuestions } from './serve-questions'
import { createSuggestHelper } from './suggest-helper'
import type { FromWorker, ToWorker } from './suggest-questions'

const facts = { sources, targets, table: 'transactions' }
const everything = { about: 'everything', document: emptyMapping } as const

type Start = Parameters<typeof createSuggestHelper>[0]

/** The worker's own code behind a worker's two rules: messages are copied, and arrive later. */
const startHere = (seen: ToWorker['kind'][] = []): Start => ({ heard }) => {
  const serve = serveQuestions((message: FromWorker) => heard(structuredClone(message)))
  return {
    send: (message) => {
      seen.push(message.kind)
      const copy = structuredClone(message)
      queueMicrotask(() => void serve(copy))
    },
    end: () => undefined,
  }
}

const startDying: Start = ({ died }) => ({ send: () => queueMicrotask(died), end: () => undefined })
const startNothing: Start = () => {
  throw new Error('blocked by policy')
}

const manyColumns = Array.from({ length: 200 }, (_, at) => ({ path: `amount_${at}`, name: `amount_${at}`, type: 'number' as const, children: [] }))

describe('asking for proposals', () => {
  test.each([
    ['a worker', startHere()],
    ['the page where no worker starts', startNothing],
    ['the page where the worker dies', startDying],
  ])('%s gives the very proposals that are computed directly', async (_who, start) => {
    const helper = createSuggestHelper(start)
    expect(await helper.ask(facts, everything)).toEqual(suggestMapping({ ...facts, document: emptyMapping }))
    const [column] = sources
    if (!column) throw new Error('no column to ask about')
    expect(await helper.ask(facts, { about: 'column', path: column.path, document: emptyMapping })).toEqual(suggestFor(column, { ...facts, document: emptyMapping }))
    expect(await helper.ask(facts, { about: 'field', path: 'timestamp', document: emptyMapping })).toHaveLength(1)
    expect(await helper.ask(facts, { about: 'column', path: 'not there', document: emptyMapping })).toEqual([])
  })

  test('the trees are sent once, however often one asks, and anew when they change', async () => {
    const seen: ToWorker['kind'][] = []
    const helper = createSuggestHelper(startHere(seen))
    helper.prepare(facts)
    await helper.ask(facts, everything)
    await helper.ask({ ...facts }, everything)
    await helper.ask({ ...facts, table: 'payouts' }, everything)
    expect(seen).toEqual(['facts', 'ask', 'ask', 'facts', 'ask'])
  })

  test('says how far it is, never backwards', async () => {
    const helper = createSuggestHelper(startHere())
    const steps: number[] = []
    await helper.ask({ sources: manyColumns, targets }, everything, { onProgress: ({ done }) => steps.push(done) })
    expect(steps.length).toBeGreaterThan(3)
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  })

  test('stopped at its first step, it takes no further one and answers nothing', async () => {
    const helper = createSuggestHelper(startHere())
    const stop = new AbortController()
    const onProgress = vi.fn<() => void>(() => stop.abort())
    expect(await helper.ask({ sources: manyColumns, targets }, everything, { onProgress, signal: stop.signal })).toBeUndefined()
    expect(await helper.ask({ sources: manyColumns, targets }, everything)).not.toBeUndefined()
    expect(onProgress).toHaveBeenCalledTimes(1)
  })

  test('a question that was open when the studio closed is let go of', async () => {
    const helper = createSuggestHelper(startHere())
    const asked = helper.ask({ sources: manyColumns, targets }, everything)
    helper.close()
    expect(await asked).toBeUndefined()
  })
})
