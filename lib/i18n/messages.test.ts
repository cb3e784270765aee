import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { locales } from './locales'
import { messageAreas } from './message-areas'

const folder = path.join(import.meta.dirname, 'messages')

function keysOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [prefix]
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, prefix ? `${prefix}.${key}` : key))
}

function placeholdersOf(value: unknown): string[] {
  if (typeof value === 'string') return [...value.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '').sort()
  return []
}

function read(locale: string, area: string): Record<string, unknown> {
  return JSON.parse(fs.readFileSync(path.join(folder, locale, `${area}.json`), 'utf8'))
}

function leaf(messages: Record<string, unknown>, key: string): unknown {
  return key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], messages)
}

describe.each(messageAreas)('messages of %s', (area) => {
  const english = read('en', area)

  test.each(locales.filter((locale) => locale !== 'en'))('%s says everything English says, and nothing else', (locale) => {
    expect(keysOf(read(locale, area)).sort()).toEqual(keysOf(english).sort())
  })

  test.each(locales.filter((locale) => locale !== 'en'))('%s fills the same placeholders', (locale) => {
    const other = read(locale, area)
    for (const key of keysOf(english).filter(Boolean)) {
      expect(new Set(placeholdersOf(leaf(other, key))), key).toEqual(new Set(placeholdersOf(leaf(english, key))))
    }
  })
})

test('every message file belongs to a known area', () => {
  for (const locale of locales) {
    const files = fs.readdirSync(path.join(folder, locale)).map((file) => path.basename(file, '.json'))
    expect(files.sort()).toEqual([...messageAreas].sort())
  }
})
