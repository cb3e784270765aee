import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { autosaveDelayMs, DraftStore, type Backup, type DraftSnapshot, type SaveAnswer, type SaveDraft } from './draft-store'

const draft: DraftSnapshot = { id: 'd', answers: { source: { sourceKey: 'paypal' } }, revision: 3, updatedAt: '2026-11-24T10:00:00.000Z' }

/** A server with one draft, as lib/data/drafts behaves; `faults` says how many saves fail first. */
function makeServer(faults = 0) {
  const server = { answers: draft.answers, revision: draft.revision, saves: [] as Parameters<SaveDraft>[0][], faults }
  const save: SaveDraft = async (request) => {
    server.saves.push(structuredClone(request))
    if (server.faults-- > 0) throw new TypeError('Failed to fetch')
    if (request.revision !== server.revision) {
      return { outcome: 'conflict', theirs: { ...draft, answers: server.answers, revision: server.revision } }
    }
    server.answers = { ...server.answers, ...request.sections }
    server.revision++
    return { outcome: 'saved', revision: server.revision, savedAt: '2026-11-24T10:42:00.000Z' } satisfies SaveAnswer
  }
  return { server, save }
}

function makeBox(kept?: Backup) {
  const box = { kept, read: () => box.kept, write: (backup: Backup) => { box.kept = backup }, clear: () => { box.kept = undefined } }
  return box
}

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

describe('saving', () => {
  test('happens once, within a second after the last of many changes, and sends only what changed', async () => {
    const { server, save } = makeServer()
    const store = new DraftStore(draft, save, makeBox())
    for (const table of ['a', 'ab', 'abc']) {
      store.update('data', { table })
      await vi.advanceTimersByTimeAsync(autosaveDelayMs - 1)
    }
    expect(server.saves).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1_000 - autosaveDelayMs + 1)
    expect(server.saves).toEqual([{ draftId: 'd', revision: 3, sections: { data: { table: 'abc' } } }])
    expect(store.getState()).toMatchObject({ save: 'saved', revision: 4, savedAt: '2026-11-24T10:42:00.000Z' })
  })

  test('a change made during a save is saved after it, on the new revision', async () => {
    const { server, save } = makeServer()
    const store = new DraftStore(draft, save, makeBox())
    store.update('data', { table: 'first' })
    const saving = store.flush()
    store.update('data', { table: 'second' })
    await saving
    await vi.runAllTimersAsync()
    expect(server.saves.map(({ revision }) => revision)).toEqual([3, 4])
    expect(server.answers.data).toEqual({ table: 'second' })
    expect(store.getState().save).toBe('saved')
  })

  test('that fails is said, kept in the browser and tried again until it succeeds', async () => {
    const { server, save } = makeServer(2)
    const box = makeBox()
    const store = new DraftStore(draft, save, box)
    store.update('data', { table: 'kept' })
    expect(await store.flush()).toBe(false)
    expect(store.getState().save).toBe('failed')
    expect(box.kept).toEqual({ revision: 3, sections: { data: { table: 'kept' } } })
    await vi.runAllTimersAsync()
    expect(server.answers.data).toEqual({ table: 'kept' })
    expect(store.getState().save).toBe('saved')
    expect(box.kept).toBeUndefined()
  })
})

describe('two tabs', () => {
  test('the second is told, sends nothing more, and loses nothing until somebody chose', async () => {
    const { server, save } = makeServer()
    const [first, second] = [new DraftStore(draft, save, makeBox()), new DraftStore(draft, save, makeBox())]
    first.update('data', { table: 'theirs' })
    await first.flush()
    second.update('data', { table: 'mine' })
    expect(await second.flush()).toBe(false)
    expect(second.getState()).toMatchObject({ save: 'conflict', theirs: { answers: { data: { table: 'theirs' } } } })
    second.update('review', { name: 'more of mine' })
    await vi.runAllTimersAsync()
    expect(server.answers.data).toEqual({ table: 'theirs' })
    expect(second.getState().answers).toMatchObject({ data: { table: 'mine' }, review: { name: 'more of mine' } })
  })

  test.each(['mine', 'theirs'] as const)('choosing %s ends the conflict so', async (choice) => {
    const { server, save } = makeServer()
    const box = makeBox()
    const [first, second] = [new DraftStore(draft, save, makeBox()), new DraftStore(draft, save, box)]
    first.update('data', { table: 'theirs' })
    await first.flush()
    second.update('data', { table: 'mine' })
    await second.flush()
    second.resolve(choice)
    await vi.runAllTimersAsync()
    expect(server.answers.data).toEqual({ table: choice })
    expect(second.getState()).toMatchObject({ save: 'saved', answers: { data: { table: choice } } })
    expect(second.getState().theirs).toBeUndefined()
    expect(second.getState().generation).toBe(choice === 'theirs' ? 1 : 0)
    expect(box.kept).toBeUndefined()
  })

  test('a clean tab takes over what another one saved; one with unsaved changes does not', async () => {
    const { save } = makeServer()
    const newer = { ...draft, revision: 9, answers: { data: { table: 'newer' } } }
    const clean = new DraftStore(draft, save, makeBox())
    expect(clean.adopt(newer)).toBe(true)
    expect(clean.getState()).toMatchObject({ revision: 9, generation: 1, answers: newer.answers })
    const dirty = new DraftStore(draft, save, makeBox())
    dirty.update('data', { table: 'mine' })
    expect(dirty.adopt(newer)).toBe(false)
    expect(dirty.getState().answers.data).toEqual({ table: 'mine' })
  })
})

describe('after a closed tab', () => {
  test('what was not saved is put back and saved', async () => {
    const { server, save } = makeServer()
    const store = new DraftStore(draft, save, makeBox({ revision: 3, sections: { data: { table: 'kept' } } }))
    expect(store.restoreBackup()).toBe(true)
    await vi.runAllTimersAsync()
    expect(server.answers.data).toEqual({ table: 'kept' })
  })

  test('on top of a newer revision it is a choice', async () => {
    const { server, save } = makeServer()
    const store = new DraftStore(draft, save, makeBox({ revision: 2, sections: { data: { table: 'kept' } } }))
    store.restoreBackup()
    await vi.runAllTimersAsync()
    expect(store.getState()).toMatchObject({ save: 'conflict', theirs: { answers: draft.answers } })
    expect(server.saves).toHaveLength(0)
  })
})
