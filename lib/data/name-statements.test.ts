import { expect, test } from 'vitest'
import { nameStatements } from './name-statements'

test('one text has one name, another text another', () => {
  const nameOf = nameStatements()
  expect(nameOf({ sql: 'SELECT 1' })).toBe(nameOf({ sql: 'SELECT 1' }))
  expect(nameOf({ sql: 'SELECT 2' })).not.toBe(nameOf({ sql: 'SELECT 1' }))
})

test('texts without end do not fill a connection with plans: the later ones go without a name', () => {
  const nameOf = nameStatements()
  const names = Array.from({ length: 2_000 }, (_one, count) => nameOf({ sql: `SELECT ${count}` }))
  expect(new Set(names.filter((name) => name !== '')).size).toBeLessThan(1_000)
  expect(names.at(-1)).toBe('')
  expect(nameOf({ sql: 'SELECT 0' })).toBe(names[0])
})
