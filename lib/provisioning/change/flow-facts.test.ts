import { describe, expect, test } from 'vitest'
import { flowItem } from '@/lib/adobe/answers'
import { changeableFacts, operationsTo, type WantedFacts } from './flow-facts'

const all = new Set(changeableFacts)
const copy = { name: 'Copy', params: { deltaColumn: { name: 'updatedAt' } } }
const mapping = (mappingId: string, mappingVersion: number | string) => ({ name: 'Mapping', params: { mappingId, mappingVersion } })
const wanted: WantedFacts = { name: 'Products', description: 'tributary-1', frequency: 'minute', interval: 30, mapping: { id: 'new', version: 0 } }
const item = (changes: object = {}) =>
  flowItem.parse({
    id: 'f', name: 'Products', description: 'tributary-1', scheduleParams: { frequency: 'minute', interval: '30', startTime: '1700000000' },
    transformations: [copy, mapping('new', '0')], ...changes,
  })

describe('operationsTo', () => {
  test('sends nothing for a flow that is as wanted, however Adobe spells its numbers', () => {
    expect(operationsTo(item(), wanted, all)).toEqual([])
  })

  test.each([
    ['behind Copy', [copy, mapping('old', 0)], 1],
    ['before Copy', [mapping('old', 0), copy], 0],
    ['alone', [mapping('old', 3)], 0],
  ])('replaces the mapping %s, where it stands, and no other transformation', (_, transformations, index) => {
    expect(operationsTo(item({ transformations }), wanted, all)).toEqual([
      { op: 'replace', path: `/transformations/${index}`, value: mapping('new', 0) },
    ])
  })

  test('keeps what else Adobe holds of the mapping', () => {
    const transformations = [{ name: 'Mapping', params: { mappingId: 'old', mappingVersion: 0, mappingType: 'x' } }]
    expect(operationsTo(item({ transformations }), wanted, all)).toMatchObject([{ value: { params: { mappingId: 'new', mappingType: 'x' } } }])
  })

  test('adds what is not there, so that a replacement does not miss its place', () => {
    const bare = item({ description: undefined, transformations: [copy] })
    expect(operationsTo(bare, wanted, all).map(({ op, path }) => `${op} ${path}`)).toEqual(['add /description', 'add /transformations/-'])
  })

  test('leaves alone what the change is not about', () => {
    const other = item({ name: 'Renamed by somebody', scheduleParams: { frequency: 'hour', interval: 2 } })
    expect(operationsTo(other, wanted, new Set(['interval']))).toEqual([{ op: 'replace', path: '/scheduleParams/interval', value: 30 }])
  })
})
