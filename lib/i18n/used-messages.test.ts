import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { messageAreas } from './message-areas'

const root = path.resolve(import.meta.dirname, '..', '..')
const messages = Object.fromEntries(
  messageAreas.map((area) => [area, JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'messages', 'en', `${area}.json`), 'utf8')) as unknown]),
)

const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes('generated'))
    .map((file) => path.join(folder, file)),
)

function find(address: string): unknown {
  return address.split('.').reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined), messages)
}

type Use = { where: string; key: string; areas: string[]; kind: 'string' | 'object' }

/** Messages that a file asks for by a name that stands in it: `t('a.b')`, or the fixed beginning of `t(`a.${b}`)`. */
function usesOf(file: string): Use[] {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  const translators = new Map<string, string[]>()
  for (const [, name = '', area = ''] of text.matchAll(/const (\w+) = (?:await )?(?:useTranslations|getTranslations)\('([\w.-]+)'\)/g)) {
    translators.set(name, [...(translators.get(name) ?? []), area])
  }
  return [...translators].flatMap(([name, areas]) => {
    const whole = [...text.matchAll(new RegExp(`\\b${name}(?:\\.rich|\\.markup|\\.raw)?\\('([\\w.-]+)'`, 'g'))].map(([, key = '']) => key)
    const beginnings = [...text.matchAll(new RegExp(`\\b${name}(?:\\.rich|\\.markup|\\.raw)?\\(\`([\\w.-]+)\\.\\$\\{`, 'g'))].map(([, key = '']) => key)
    return [
      ...whole.map((key): Use => ({ where: file, key, areas, kind: 'string' })),
      ...beginnings.map((key): Use => ({ where: file, key, areas, kind: 'object' })),
    ]
  })
}

const uses = sources.flatMap(usesOf)

test('every message that is asked for by name is there', () => {
  expect(uses.length).toBeGreaterThan(500)
  const missing = uses.filter(({ key, areas, kind }) => areas.every((area) => typeof find(`${area}.${key}`) !== kind))
  expect(missing.map(({ where, key, areas }) => `${where}: ${areas.join('|')}.${key}`)).toEqual([])
})
