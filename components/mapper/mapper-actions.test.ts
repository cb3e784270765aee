import { describe, expect, test } from 'vitest'
import { paymentSources, paymentTargets } from '@/lib/testing/mapping-facts'
import { addLink } from '@/lib/mapping/commands'
import { emptyMapping, type MappingDocument } from '@/lib/mapping/mapping-document'
import { createMapperActions } from './mapper-actions'
import { createMapperStore, readFacts } from './mapper-store'
import { TreeHandle } from './tree-handle'

function studio(document: MappingDocument = emptyMapping) {
  const facts = readFacts({ sources: paymentSources, targets: paymentTargets, sampleRows: [] })
  const store = createMapperStore(facts, document)
  const said: string[] = []
  const saved: MappingDocument[] = []
  const actions = createMapperActions({
    store,
    trees: { source: new TreeHandle(), target: new TreeHandle() },
    voice: {
      changed: ({ code }) => said.push(code),
      undone: ({ code }) => said.push(`undone ${code}`),
      redone: ({ code }) => said.push(`redone ${code}`),
      refused: (_source, _target, fit) => said.push(`refused ${fit.reason}`),
      pickedUp: ({ path }) => said.push(`picked up ${path}`),
      over: (path, fit) => said.push(`over ${path} ${fit.level}`),
      dropped: () => said.push('let go'),
    },
    onChange: (next) => saved.push(next),
  })
  const rows = () => store.get().document.rows.map((row) => `${row.source} → ${row.destination}`)
  return { store, actions, said, saved, rows, facts }
}

describe('linking', () => {
  test('a link is made, said, saved and shown', () => {
    const { actions, store, said, saved, rows } = studio()
    expect(actions.link('Transaction_Id', '_id')).toBe(true)
    expect(rows()).toEqual(['Transaction_Id → _id'])
    expect(said).toEqual(['linked'])
    expect(saved).toEqual([store.get().document])
    expect(store.get().chosen).toEqual({ side: 'link', rowId: 'r1' })
  })

  test('what does not fit is refused with the reason and saves nothing', () => {
    const { actions, said, saved } = studio()
    expect(actions.link('Initiated', 'commerce.order.priceTotal')).toBe(false)
    expect(said).toEqual(['refused dateToNumber'])
    expect(saved).toEqual([])
  })

  test('writing over a link says what it replaced', () => {
    const { actions, said, rows } = studio(addLink(emptyMapping, 'Fee', '_id'))
    actions.link('Transaction_Id', '_id')
    expect(said).toEqual(['replaced'])
    expect(rows()).toEqual(['Transaction_Id → _id'])
  })

  test('what is picked up stays in hand until it is put somewhere it fits', () => {
    const { actions, store, said } = studio()
    actions.pickUp({ side: 'target', path: 'timestamp', paths: ['timestamp'], by: 'keyboard' })
    expect(actions.dropOn('Fee')).toBe(false)
    expect(store.get().carried).toBeDefined()
    expect(actions.dropOn('Initiated')).toBe(true)
    expect(store.get().carried).toBeUndefined()
    expect(said).toEqual(['picked up timestamp', 'refused numberToDate', 'linked'])
  })
})

describe('several at once', () => {
  test('columns onto one field are joined, and one undo takes it back', () => {
    const { actions, rows, said } = studio()
    expect(actions.put('source', ['Amount', 'Currency'], 'commerce.order.purchaseID')).toBe(true)
    expect(rows()).toEqual(['concat(Amount, " ", Currency) → commerce.order.purchaseID'])
    actions.undo()
    expect(rows()).toEqual([])
    expect(said).toEqual(['joined', 'undone joined'])
  })

  test('columns that cannot be joined are refused with the reason', () => {
    const { actions, rows, said } = studio()
    expect(actions.put('source', ['Amount', 'Fee'], 'commerce.order.priceTotal')).toBe(false)
    expect(rows()).toEqual([])
    expect(said).toEqual(['refused joinNumbers'])
  })

  test('several fields onto one column each get it, those it does not fit left out', () => {
    const { actions, rows } = studio()
    expect(actions.put('target', ['timestamp', 'commerce.order.createdDate', 'commerce.order.priceTotal'], 'Initiated')).toBe(true)
    expect(rows()).toEqual(['Initiated → timestamp', 'Initiated → commerce.order.createdDate'])
  })

  test('a list of objects onto a list of objects pairs what is inside by name, and leaves what is written already', () => {
    const { actions, rows, said } = studio(addLink(emptyMapping, 'Fee', 'commerce.order.payments[*].paymentAmount'))
    expect(actions.link('items', 'commerce.order.payments')).toBe(true)
    expect(rows()).toEqual(['Fee → commerce.order.payments[*].paymentAmount', 'items[*].id → commerce.order.payments[*].transactionID'])
    expect(said).toEqual(['paired'])
  })

  test('fields chosen together are one choice until another is made', () => {
    const { actions, store } = studio()
    actions.pick('source', ['Amount', 'Fee'])
    expect(store.get()).toMatchObject({ picked: { side: 'source', paths: ['Amount', 'Fee'] }, chosen: undefined })
    actions.pick('source', ['Fee'])
    expect(store.get()).toMatchObject({ picked: undefined, chosen: { side: 'source', path: 'Fee' } })
  })
})

describe('undo and redo', () => {
  test('walk through every change, say what they do, and save', () => {
    const { actions, said, saved, rows } = studio()
    actions.link('Transaction_Id', '_id')
    actions.clear()
    actions.undo()
    expect(rows()).toEqual(['Transaction_Id → _id'])
    actions.undo()
    expect(rows()).toEqual([])
    actions.redo()
    expect(rows()).toEqual(['Transaction_Id → _id'])
    expect(said).toEqual(['linked', 'cleared', 'undone cleared', 'undone linked', 'redone linked'])
    expect(saved).toHaveLength(5)
  })

  test('a link that is gone is no longer chosen', () => {
    const { actions, store } = studio()
    actions.link('Transaction_Id', '_id')
    actions.undo()
    expect(store.get().chosen).toBeUndefined()
  })

  test('the document one has already leaves its history as it is', () => {
    const { actions, store, facts, rows } = studio()
    actions.link('Transaction_Id', '_id')
    actions.replace(facts, store.get().document)
    actions.undo()
    expect(rows()).toEqual([])
  })

  test('a document from outside is a step like others over the same trees, and the beginning over other ones', () => {
    const { actions, rows, facts } = studio()
    actions.link('Transaction_Id', '_id')
    actions.replace(facts, addLink(emptyMapping, 'Fee', 'commerce.order.priceTotal'))
    actions.undo()
    expect(rows()).toEqual(['Transaction_Id → _id'])
    actions.redo()
    actions.replace({ ...facts, targets: [...facts.targets] }, addLink(emptyMapping, 'Fee', '_id'))
    actions.undo()
    expect(rows()).toEqual(['Fee → _id'])
  })
})

test('counters and problems follow every change', () => {
  const { actions, store } = studio()
  expect(store.get().counts).toMatchObject({ mapped: 0, requiredMapped: 0, required: 2 })
  actions.link('Transaction_Id', '_id')
  expect(store.get().counts).toMatchObject({ mapped: 1, requiredMapped: 1 })
  expect(store.get().problems.some((problem) => problem.path === '_id')).toBe(false)
})
