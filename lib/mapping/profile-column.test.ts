import { expect, test } from 'vitest'
import { sourceField } from '@/lib/testing/mapping-facts'
import { profileColumn } from './profile-column'

const rows = [
  { total: 10, mail: 'a@example.com', state: 'paid', items: [{ price: 3 }, { price: 1 }] },
  { total: 9.5, mail: null, state: 'paid', items: [] },
  { total: 100, mail: 'b@example.com', state: 'open', items: [{ price: 2 }] },
]
const profile = (path: string) => profileColumn(sourceField(path, 'unknown'), rows)

test('counts what is empty and what differs, and gives the range by number where all are numbers', () => {
  expect(profile('total')).toMatchObject({ count: 3, nulls: 0, distinct: 3, range: ['9.5', '100'], shape: 'decimal', isPersonal: false })
  expect(profile('state')).toMatchObject({ distinct: 2, frequent: [{ value: 'paid', times: 2 }] })
})

test('says what values look like and whether they are about a person', () => {
  expect(profile('mail')).toMatchObject({ nulls: 1, shape: 'email', isPersonal: true })
  expect(profileColumn(sourceField('customer_phone', 'string'), [{ customer_phone: '12' }])).toMatchObject({ isPersonal: true })
})

test('looks at every item of a list', () => {
  expect(profile('items[*].price')).toMatchObject({ count: 3, range: ['1', '3'] })
})

test('says nothing without rows', () => {
  expect(profileColumn(sourceField('x', 'string'), [])).toBeUndefined()
})
