import { describe, expect, it } from 'vitest'
import { wholeAnswers } from '@/lib/flows/answers-for-test'
import { completeDraft } from '@/lib/flows/complete-draft'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import type { Fault } from '@/lib/testing/adobe-model'
import { seededRandom } from '@/lib/testing/seeded-random'
import { SimulatedWorld } from '@/lib/testing/simulated-world'

const complete = completeDraft(wholeAnswers())
if (!complete.ok) throw new Error('The example draft is not whole.')
const { definition, bindings } = complete.data
const { target } = definition
if (target.schema.mode !== 'build') throw new Error('The example builds its schema.')

/** What a person may change before going on; each touches another part of the chain. */
const variants: FlowDefinition[] = [
  definition,
  { ...definition, target: { ...target, schema: { ...target.schema, fieldGroupIds: ['https://ns.adobe.com/xdm/mixins/product-category'] } } },
  { ...definition, mapping: { version: 1, rows: [{ id: 'b', sourceType: 'STATIC', source: 'x', destination: '_id' }] } },
  { ...definition, rawSchema: { mode: 'columns-only' } },
  { ...definition, target: { ...target, dataset: { mode: 'new', name: 'Another dataset' } } },
  { ...definition, schedule: { frequency: 'day', interval: 1, start: 'as-soon-as-created', backfill: false } },
  { ...definition, name: 'Another name' },
]

const worlds = Number(process.env.TRIBUTARY_SIMULATIONS ?? 60)
const eventsOfAWorld = 12

function faultOf(random: () => number): Fault | undefined {
  if (random() > 0.12) return undefined
  const commits = random() < 0.5
  const kinds: Fault[] = [
    { kind: 'status', status: 500, commits },
    { kind: 'status', status: 400, body: { errorCode: '9999-400', message: 'no' } },
    { kind: 'cut', commits },
    { kind: 'status', status: 401 },
  ]
  return kinds[Math.floor(random() * kinds.length)]
}

/**
 * What holds after every event, whatever it was (R10, R12): every live thing is one that the ledger knows by its id, or by
 * the marker that it carries, no two rows
 * stand for the same step at once, and no two for the same thing.
 */
function expectKnown(world: SimulatedWorld, seed: number) {
  const rows = [...world.ledger.rows.values()]
  const ids = new Set(rows.map(({ adobeId }) => adobeId))
  const markers = rows.filter(({ state }) => state !== 'deleted').map(({ marker }) => marker)
  const unknown = [...world.adobe.things.values()].filter(({ id, body }) => {
    const text = JSON.stringify(body)
    return !ids.has(id) && !markers.some((marker) => text.includes(marker))
  })
  expect(unknown.map(({ id }) => id), `seed ${seed}: unknown to the ledger`).toEqual([])
  const present = rows.filter(({ superseded }) => !superseded).map(({ stepKey }) => stepKey)
  expect(present.length, `seed ${seed}: two rows for one step`).toBe(new Set(present).size)
  const created = rows.filter(({ state }) => state === 'created').map(({ adobeId }) => adobeId)
  expect(created.length, `seed ${seed}: two rows for one thing`).toBe(new Set(created).size)
}

async function playEvents(world: SimulatedWorld, random: () => number, seed: number): Promise<FlowDefinition> {
  let wanted = definition
  for (let event = 0; event < eventsOfAWorld; event++) {
    const [name, play] = events[Math.floor(random() * events.length)] ?? events[0]
    met.set(name, (met.get(name) ?? 0) + 1)
    wanted = (await play(world, random, wanted)) ?? wanted
    expectKnown(world, seed)
  }
  return wanted
}

type Play = (world: SimulatedWorld, random: () => number, wanted: FlowDefinition) => FlowDefinition | undefined | Promise<FlowDefinition | undefined>
const nothingElse = (_done?: unknown): undefined => undefined

/** Faults of Adobe and deaths of the worker befall any of those that call. */
const events: [[string, Play], ...[string, Play][]] = [
  ['going on', (world, _random, wanted) => world.create(wanted, bindings).then(nothingElse)],
  ['going on once more', (world, _random, wanted) => world.create(wanted, bindings).then(nothingElse)],
  ['the same job delivered three times', (world, _random, wanted) => world.deliver(3, wanted, bindings).then(nothingElse)],
  ['an edit', (_world, random) => variants[Math.floor(random() * variants.length)]],
  ['a removal by somebody else', (world, random) => nothingElse(world.adobe.removeOne((count) => Math.floor(random() * count)))],
  ['a jump of the clock', (world, random) => nothingElse((world.nowMs += Math.floor(random() * 48 * 3_600_000)))],
  ['the end of a token', (world) => nothingElse((world.isTokenExpired = true))],
  ['undoing', (world) => world.undo().then(nothingElse)],
]
const met = new Map<string, number>()

describe('edits, faults, deaths, repeated deliveries, undoing, removals by others, ends of tokens and jumps of the clock', { timeout: 60_000 + worlds * 2_000 }, () => {
  it(`end in one of each of what was wanted last, or in nothing, in ${worlds} seeded worlds`, async () => {
    let deaths = 0
    for (let seed = 1; seed <= worlds; seed++) {
      const random = seededRandom(40_000 + seed)
      const quiet = { is: false }
      const world = new SimulatedWorld({
        random,
        faultFor: () => (quiet.is ? undefined : faultOf(random)),
        diesAt: () => !quiet.is && random() < 0.03,
      })
      const wanted = await playEvents(world, random, seed)
      quiet.is = true
      world.nowMs += 3_600_000
      const isUndone = random() < 0.3
      const end = isUndone ? await world.undo() : await world.create(wanted, bindings)
      expect(end, `seed ${seed}`).toEqual(isUndone ? { left: [] } : { outcome: 'complete' })
      const ours = [...world.ledger.rows.values()].filter(({ state }) => state === 'created')
      expect(new Set(ours.map(({ adobeId }) => adobeId)), `seed ${seed}`).toEqual(new Set(world.adobe.things.keys()))
      expect(world.adobe.things.size, `seed ${seed}`).toBe(isUndone ? 0 : wanted.rawSchema.mode === 'adhoc' ? 8 : 6)
      deaths += world.deaths
    }
    expect(met.size).toBe(events.length)
    expect(deaths).toBeGreaterThan(worlds / 4)
  })
})
