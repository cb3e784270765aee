import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import english from '@/lib/i18n/messages/en/mapper.json'
import chinese from '@/lib/i18n/messages/zh-CN/mapper.json'
import { emptyMapping } from '@/lib/mapping/mapping-document'
import { paymentSources, paymentTargets } from '@/lib/testing/mapping-facts'
import { carriedFit } from './carried-fit'
import type { MapperWords } from './field-words'
import { createMapperActions } from './mapper-actions'
import { createMapperStore, readFacts } from './mapper-store'
import { createMapperVoice } from './mapper-voice'
import { TreeHandle } from './tree-handle'

/** The studio with its voice, as a screen reader hears it. */
function heard(locale: 'en' | 'zh-CN') {
  const messages = { mapper: locale === 'en' ? english : chinese }
  const t = createTranslator({ locale, messages, namespace: 'mapper' }) as unknown as MapperWords
  const said: string[] = []
  const voice = createMapperVoice({ t, announce: (text, urgency) => said.push(urgency === 'assertive' ? `! ${text}` : text), show: () => undefined })
  const store = createMapperStore(readFacts({ sources: paymentSources, targets: paymentTargets, sampleRows: [] }), emptyMapping)
  const actions = createMapperActions({ store, trees: { source: new TreeHandle(), target: new TreeHandle() }, voice, onChange: () => undefined })
  /** What moving the focus onto a row of the other tree does. */
  const moveTo = (path: string) => {
    const { carried } = store.get()
    const fit = carried && carriedFit(store.get(), carried.side === 'source' ? 'target' : 'source', path)
    if (fit) actions.voiceOver(path, fit)
  }
  return { actions, said, moveTo }
}

test('the transcript of picking up, moving, a refusal, dropping, undoing: every step is heard, with its reason', () => {
  const { actions, said, moveTo } = heard('en')
  actions.pickUp({ side: 'source', path: 'Initiated', paths: ['Initiated'], by: 'keyboard' })
  moveTo('timestamp')
  moveTo('commerce.order.priceTotal')
  actions.dropOn('commerce.order.priceTotal')
  moveTo('timestamp')
  actions.dropOn('timestamp')
  actions.undo()
  actions.redo()
  expect(said).toEqual([
    'Initiated picked up. Move through the schema with the arrow keys, press Enter to link, Escape to let go.',
    'Initiated picked up. Move through the schema with the arrow keys, press Enter to link, Escape to let go. timestamp: Fits. Same type on both sides.',
    'priceTotal: Does not fit. A date is not a number. Use a calculated field.',
    '! Initiated was not linked to priceTotal. A date is not a number. Use a calculated field.',
    'timestamp: Fits. Same type on both sides.',
    'Linked Initiated to timestamp',
    'Undone: Linked Initiated to timestamp',
    'Done again: Linked Initiated to timestamp',
  ])
})

test('several fields are announced by their number, and letting go is heard', () => {
  const { actions, said, moveTo } = heard('en')
  actions.pickUp({ side: 'source', path: 'Amount', paths: ['Amount', 'Currency'], by: 'keyboard' })
  moveTo('commerce.order.purchaseID')
  actions.letGo()
  expect(said.slice(1)).toEqual([
    '2 fields picked up. Move through the schema with the arrow keys, press Enter to link, Escape to let go. purchaseID: Converts. The texts are joined, with a blank between them.',
    'Let go.',
  ])
})

test('the same is heard in Chinese', () => {
  const { actions, said, moveTo } = heard('zh-CN')
  actions.pickUp({ side: 'target', path: 'timestamp', paths: ['timestamp'], by: 'keyboard' })
  moveTo('Fee')
  actions.dropOn('Initiated')
  expect(said.every((text) => /\p{Script=Han}/u.test(text))).toBe(true)
  expect(said).toHaveLength(3)
})
