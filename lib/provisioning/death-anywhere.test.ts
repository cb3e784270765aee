import { describe, expect, it } from 'vitest'
import { wholeAnswers } from '@/lib/flows/answers-for-test'
import { completeDraft } from '@/lib/flows/complete-draft'
import type { Bindings, FlowDefinition } from '@/lib/flows/flow-definition'
import { seededRandom } from '@/lib/testing/seeded-random'
import { SimulatedWorld } from '@/lib/testing/simulated-world'
import { planFlow } from './plan'

// Requirements R9, R10 and R12 without a process: every moment at which a worker can die is met, one after another. A moment
// is the one before or after a write of the ledger or a call. The deaths of real processes are in crash.integration.test.ts.

const complete = completeDraft(wholeAnswers())
if (!complete.ok) throw new Error('The example draft is not whole.')
const { bindings } = complete.data
const { target } = complete.data.definition
/** With an identity, so that every kind of step is there that a person can have made and undone. */
const definition: FlowDefinition = {
  ...complete.data.definition,
  target: { ...target, ...(target.schema.mode === 'build' && { schema: { ...target.schema, primaryIdentity: { path: '_id', namespace: 'ECID' } } }) },
}
const whole = { classes: 1, schemas: 2, descriptors: 1, sourceConnections: 1, dataSets: 1, targetConnections: 1, mappingSets: 1, flows: 1 }

function countThings({ adobe }: SimulatedWorld) {
  const counts: Record<string, number> = {}
  for (const { collection } of adobe.things.values()) counts[collection] = (counts[collection] ?? 0) + 1
  return counts
}

/** A world whose worker dies at the moments of these numbers, counted over all its workers; and how many moments there were. */
function worldDyingAt(...moments: number[]) {
  const seen = { moments: 0, is: 'watched' as 'watched' | 'left alone' }
  const world = new SimulatedWorld({ diesAt: () => seen.is === 'watched' && moments.includes(seen.moments++) })
  return { world, seen }
}

async function createThroughDeaths(world: SimulatedWorld) {
  for (let workers = 0; workers < 10; workers++) {
    const end = await world.create(definition, bindings)
    if (end === 'died') continue
    if (end.outcome !== 'complete') throw new Error(`It ended as ${JSON.stringify(end)}.`)
    return
  }
  throw new Error('It never came to an end.')
}

async function undoThroughDeaths(world: SimulatedWorld) {
  for (let workers = 0; workers < 10; workers++) {
    const end = await world.undo()
    if (end === 'died') continue
    if (end.left.length > 0) throw new Error(`It left ${JSON.stringify(end.left)}.`)
    return
  }
  throw new Error('It never came to an end.')
}

async function momentsOf(work: (world: SimulatedWorld) => Promise<unknown>, before?: (world: SimulatedWorld) => Promise<unknown>): Promise<number> {
  const { world, seen } = worldDyingAt()
  seen.is = 'left alone'
  await before?.(world)
  seen.is = 'watched'
  await work(world)
  return seen.moments
}

describe('a worker that dies while it creates', () => {
  it('leaves one of each, whichever moment it was, and nothing unknown', async () => {
    const moments = await momentsOf(createThroughDeaths)
    expect(moments).toBeGreaterThan(20)
    for (let moment = 0; moment < moments; moment++) {
      const { world } = worldDyingAt(moment)
      await createThroughDeaths(world)
      expect(world.deaths, `moment ${moment}`).toBe(1)
      expect(countThings(world), `moment ${moment}`).toEqual(whole)
      expect(new Set(world.adobe.things.keys())).toEqual(new Set([...world.ledger.rows.values()].flatMap(({ state, adobeId = '' }) => (state === 'created' ? [adobeId] : []))))
    }
  })

  it('and whose successor dies too leaves one of each', async () => {
    const random = seededRandom(99)
    for (let round = 0; round < 40; round++) {
      const first = Math.floor(random() * 40)
      const { world } = worldDyingAt(first, first + 1 + Math.floor(random() * 40))
      await createThroughDeaths(world)
      expect(countThings(world), `round ${round}`).toEqual(whole)
    }
  })

  it('and is undone from there leaves nothing', async () => {
    const moments = await momentsOf(createThroughDeaths)
    for (let moment = 0; moment < moments; moment++) {
      const { world, seen } = worldDyingAt(moment)
      await world.create(definition, bindings)
      seen.is = 'left alone'
      await undoThroughDeaths(world)
      expect([...world.adobe.things.keys()], `moment ${moment}`).toEqual([])
    }
  })
})

describe('undoing', () => {
  it('goes on after a death at any moment and leaves nothing', async () => {
    const moments = await momentsOf(undoThroughDeaths, createThroughDeaths)
    expect(moments).toBeGreaterThan(20)
    for (let moment = 0; moment < moments; moment++) {
      const { world, seen } = worldDyingAt(moment)
      seen.is = 'left alone'
      await createThroughDeaths(world)
      seen.is = 'watched'
      await undoThroughDeaths(world)
      expect(world.deaths, `moment ${moment}`).toBe(1)
      expect([...world.adobe.things.keys()], `moment ${moment}`).toEqual([])
    }
  })

  it('removes in the reverse of the order in which things need each other', async () => {
    const { world } = worldDyingAt()
    await createThroughDeaths(world)
    const idOf = new Map([...world.ledger.rows.values()].map(({ stepKey, adobeId = '' }) => [stepKey, adobeId]))
    await undoThroughDeaths(world)
    const removals = world.adobe.calls.filter(({ method }) => method === 'DELETE').map(({ path }) => decodeURIComponent(path))
    const placeOf = (step: string) => removals.findIndex((path) => path.endsWith(idOf.get(step as never) ?? 'nothing'))
    const made = planFlow(definition, bindings).steps.filter(({ mode }) => mode === 'create')
    expect(removals).toHaveLength(made.length)
    for (const { key, needs } of made)
      for (const need of needs.filter((one) => made.some((step) => step.key === one))) expect(placeOf(key), `${key} before ${need}`).toBeLessThan(placeOf(need))
  })

  it('a second time does nothing, and a thing that is gone already counts as removed', async () => {
    const { world } = worldDyingAt()
    await createThroughDeaths(world)
    world.adobe.removeOne(() => 0)
    await undoThroughDeaths(world)
    const calls = world.adobe.calls.length
    await undoThroughDeaths(world)
    expect(world.adobe.calls).toHaveLength(calls)
  })

  it('never touches an adopted schema or dataset, whatever happens', async () => {
    const schemaId = 'https://ns.adobe.com/model/schemas/ffffffffffffffffffffffffffffffff'
    const reusing: FlowDefinition = {
      ...definition,
      target: { schema: { mode: 'existing', title: 'Theirs', classId: 'c' }, dataset: { mode: 'existing', name: 'Theirs' } },
    }
    const theirs: Bindings = { ...bindings, schemaId, datasetId: 'model:dataSets.theirs' }
    const random = seededRandom(7)
    for (let round = 0; round < 20; round++) {
      const world = new SimulatedWorld({ random, diesAt: () => random() < 0.05 })
      for (const [id, collection] of [[schemaId, 'schemas'], ['model:dataSets.theirs', 'dataSets']] as const)
        world.adobe.things.set(id, { id, collection, body: { name: 'Theirs' }, visibleAfterReads: 0 })
      await world.create(reusing, theirs)
      for (let workers = 0; workers < 60; workers++) {
        const end = await world.undo()
        if (end !== 'died' && end.left.length === 0) break
      }
      expect([...world.adobe.things.keys()], `round ${round}`).toEqual([schemaId, 'model:dataSets.theirs'])
      const touched = world.adobe.calls.filter(({ method, path }) => method !== 'GET' && method !== 'POST' && /theirs|ffffffff/.test(path))
      expect(touched).toEqual([])
    }
  })
})
