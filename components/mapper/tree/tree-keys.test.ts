import { describe, expect, test } from 'vitest'
import { paymentTargets } from '@/lib/testing/mapping-facts'
import { layTree } from '@/lib/mapping/tree-view'
import { rowByName, treeMove, type KeyPress } from './tree-keys'

const view = layTree({ tree: paymentTargets, isOpen: (path) => path === 'commerce' })
const paths = view.rows.map(({ path }) => path)
const press = (key: string, path: string, more: Partial<KeyPress> = {}) => treeMove({ key, shiftKey: false, isCommand: false, ...more }, path, view, 3)

describe('a key in a tree', () => {
  test('moves by one, to the ends and by a page, and stays inside', () => {
    const [first = '', second = ''] = paths
    const last = paths.at(-1) ?? ''
    expect(press('ArrowDown', first)).toEqual({ do: 'focus', path: second, extends: false })
    expect(press('ArrowUp', first)).toEqual({ do: 'focus', path: first, extends: false })
    expect(press('End', first)).toEqual({ do: 'focus', path: last, extends: false })
    expect(press('PageDown', first)).toEqual({ do: 'focus', path: paths[3], extends: false })
    expect(press('PageDown', last)).toEqual({ do: 'focus', path: last, extends: false })
    expect(press('Home', last, { shiftKey: true })).toEqual({ do: 'focus', path: first, extends: true })
  })

  test('opens and closes a branch, goes to the parent from inside it, and into a row that has nothing to open', () => {
    const inside = paths.find((path) => path.startsWith('commerce.')) ?? ''
    expect(press('ArrowLeft', 'commerce')).toEqual({ do: 'toggle', path: 'commerce' })
    expect(press('ArrowRight', inside)).toEqual({ do: 'toggle', path: inside })
    expect(press('ArrowLeft', inside)).toEqual({ do: 'focus', path: 'commerce', extends: false })
    expect(press('ArrowRight', 'timestamp')).toEqual({ do: 'enter' })
    expect(press('ArrowLeft', 'timestamp')).toEqual({ do: 'none' })
  })

  test('leaves other keys alone, letters too unless they are a command', () => {
    expect(press('Tab', 'commerce')).toBeUndefined()
    expect(press('a', 'commerce')).toBeUndefined()
    expect(press('a', 'commerce', { isCommand: true })).toEqual({ do: 'all' })
  })

  test('typed letters go to the next row that begins so, round the end', () => {
    expect(rowByName('t', 'commerce', view)).toBe(paths.slice(paths.indexOf('commerce')).find((path) => path.split('.').at(-1)?.startsWith('t')))
    expect(rowByName('comm', 'timestamp', view)).toBe('commerce')
    expect(rowByName('zzz', 'commerce', view)).toBeUndefined()
  })
})
