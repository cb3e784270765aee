import { describe, expect, it } from 'vitest'
import type { Fault } from '@/lib/testing/adobe-model'
import { completeDraft } from '@/lib/flows/complete-draft'
import { wholeAnswers } from '@/lib/flows/answers-for-test'
import { seededRandom } from '@/lib/testing/seeded-random'
import { SimulatedWorld } from '@/lib/testing/simulated-world'
import { mayGoLater } from './remove-resources'

const complete = completeDraft(wholeAnswers())
if (!complete.ok) throw new Error('The example draft is not whole.')
const { definition, bindings } = complete.data

/** Worlds that are played through; more of them with TRIBUTARY_SIMULATIONS. */
const worlds = Number(process.env.TRIBUTARY_SIMULATIONS ?? 60)

function randomFault(random: () => number): Fault | undefined {
  if (random() > 0.15) return undefined
  const commits = random() < 0.5
  const faults: Fault[] = [
    { kind: 'status', status: 408, commits },
    { kind: 'status', status: 429, headers: random() < 0.5 ? { 'retry-after': '2' } : {} },
    { kind: 'status', status: 500, commits },
    { kind: 'status', status: 503, commits },
    { kind: 'cut', commits },
    { kind: 'malformed', commits: true },
  ]
  return faults[Math.floor(random() * faults.length)]
}

function expectOneOfEach(world: SimulatedWorld) {
  const counts: Record<string, number> = {}
  for (const { collection } of world.adobe.things.values()) counts[collection] = (counts[collection] ?? 0) + 1
  expect(counts).toEqual({ classes: 1, schemas: 2, sourceConnections: 1, dataSets: 1, targetConnections: 1, mappingSets: 1, flows: 1 })
  const written = [...world.ledger.rows.values()].filter(({ state }) => state === 'created').map(({ adobeId }) => adobeId)
  expect(new Set(written)).toEqual(new Set(world.adobe.things.keys()))
}

async function createUntilComplete(world: SimulatedWorld) {
  for (let tries = 0; tries < 60; tries++) {
    const creation = await world.create(definition, bindings)
    if (creation !== 'died' && creation.outcome === 'complete') return
  }
  throw new Error('It never came to an end.')
}

async function undoUntilGone(world: SimulatedWorld) {
  for (let tries = 0; tries < 60; tries++) {
    const removal = await world.undo()
    if (removal !== 'died' && removal.left.length === 0) return
  }
  throw new Error('It never came to an end.')
}

const anyWorld = (seed: number) => {
  const random = seededRandom(seed)
  return new SimulatedWorld({
    random,
    faultFor: () => randomFault(random),
    lag: () => Math.floor(random() * 3),
    diesAt: () => random() < 0.03,
  })
}

describe('whatever happens', { timeout: 60_000 + worlds * 2_000 }, () => {
  it(`ends with exactly one of each after resuming, in ${worlds} seeded worlds of faults, lag and deaths`, async () => {
    let deaths = 0
    for (let seed = 1; seed <= worlds; seed++) {
      const world = anyWorld(seed)
      await createUntilComplete(world).catch((error: unknown) => {
        throw new Error(`seed ${seed}`, { cause: error })
      })
      expectOneOfEach(world)
      deaths += world.deaths
    }
    expect(deaths).toBeGreaterThan(worlds / 4)
  })

  it(`leaves nothing behind when it is undone from anywhere, in ${worlds} seeded worlds`, async () => {
    for (let seed = 1; seed <= worlds; seed++) {
      const world = anyWorld(10_000 + seed)
      await world.create(definition, bindings)
      await undoUntilGone(world)
      expect([...world.adobe.things.keys()], `seed ${seed}`).toEqual([])
    }
  })
})

describe('a worker that was replaced and does not know it', { timeout: 60_000 + worlds * 2_000 }, () => {
  it(`adds nothing beside what its successor makes, in ${worlds} seeded worlds`, async () => {
    let replaced = 0
    for (let seed = 1; seed <= worlds; seed++) {
      const random = seededRandom(20_000 + seed)
      const successors: Promise<unknown>[] = []
      const world = new SimulatedWorld({
        random,
        lag: () => Math.floor(random() * 3),
        isReplacedAt: () => successors.length < 3 && random() < 0.06,
        onReplaced: (self) => successors.push(self.create(definition, bindings)),
      })
      await world.create(definition, bindings)
      for (const successor of successors) await successor
      replaced += successors.length
      await createUntilComplete(world)
      expectOneOfEach(world)
    }
    expect(replaced).toBeGreaterThan(worlds / 4)
  })
})

describe('a flow into Profile', { timeout: 60_000 + worlds * 2_000 }, () => {
  const answers = wholeAnswers()
  answers.target = { ...answers.target, forProfile: true, primaryIdentity: { path: '_id', namespace: 'SKU' } }
  const inProfile = completeDraft(answers)
  if (!inProfile.ok) throw new Error('The example for Profile is not whole.')
  const { data } = inProfile

  it(`is undone from anywhere: all is gone, or all but a schema that has joined and its identity, in ${worlds} seeded worlds`, async () => {
    let joined = 0
    for (let seed = 1; seed <= worlds; seed++) {
      const world = anyWorld(30_000 + seed)
      await world.create(data.definition, data.bindings)
      for (let tries = 0; ; tries++) {
        const removal = await world.undo()
        if (removal !== 'died' && !removal.left.some(mayGoLater)) break
        if (tries > 60) throw new Error(`seed ${seed} never came to an end`)
      }
      const left = [...world.adobe.things.values()]
      const hasJoined = left.some(({ body }) => body['meta:immutableTags'] !== undefined)
      expect(left.map(({ collection }) => collection).toSorted(), `seed ${seed}`).toEqual(hasJoined ? ['descriptors', 'schemas'] : [])
      joined += Number(hasJoined)
    }
    expect(joined).toBeGreaterThan(0)
    expect(joined).toBeLessThan(worlds)
  })
})

describe('a sending that Adobe carries out late', () => {
  it.each(['/dataSets', '/sourceConnections', '/mappingSets', '/targetConnections'])('to %s leaves no twin in the end', async (path) => {
    let met = 0
    const world = new SimulatedWorld({
      faultFor: (call) =>
        call.method === 'POST' && call.path.split('?')[0]?.endsWith(path) && met++ === 0 ? { kind: 'late', untilPath: '/flows' } : undefined,
    })
    await createUntilComplete(world)
    expectOneOfEach(world)
    expect(world.adobe.created).toBe(9)
  })
})

describe('without faults', () => {
  it('sends each creation once and nothing else but the flow specification', async () => {
    const world = new SimulatedWorld()
    await createUntilComplete(world)
    expectOneOfEach(world)
    expect(world.adobe.calls.filter(({ method }) => method === 'POST')).toHaveLength(8)
    expect(world.adobe.calls.filter(({ method }) => method === 'GET').map(({ path }) => path)).toEqual([
      '/data/foundation/flowservice/flowSpecs/flow-spec',
    ])
  })
})
