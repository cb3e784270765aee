import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const app = path.resolve(import.meta.dirname, '../../app')

/** What anybody may reach, each with its reason. */
const publicFiles = new Map([
  ['(auth)/sign-in/page.tsx', 'the way in'],
  ['(auth)/claim/page.tsx', 'shows a form only to whoever holds the one-time token'],
  ['(auth)/claim/actions.ts', 'does nothing without the one-time token'],
  ['api/auth/[...all]/route.ts', 'better-auth checks origin, rate and session itself'],
  ['api/health/route.ts', 'says only whether the app and its database answer'],
])

const files = fs
  .readdirSync(app, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))

const read = (file: string) => fs.readFileSync(path.join(app, file), 'utf8')
const isAction = (file: string) => /^\s*(['"])use server\1/m.test(read(file))
const doors = files.filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file) || isAction(file))

/** Makers of reads and actions that stand on the two of the action client; each is held to it below. */
const makers = files.flatMap((file) =>
  [...read(file).matchAll(/^export (?:async )?function (define\w+)/gm)].map((match) => ({ file, name: match[1] ?? '' })),
)
const guardedBy = new RegExp(`\\b(requireUser|authorise|defineAction|defineRead${makers.map(({ name }) => `|${name}`).join('')})(<[^(]*>)?\\(`)

/** Bodies of the exported functions of a file of actions. */
function exportedFunctions(source: string): { name: string; body: string }[] {
  const parts = source.split(/^export (?=(?:async )?function |const )/m).slice(1)
  return parts.map((part) => ({ name: /^(?:async )?(?:function|const) (\w+)/.exec(part)?.[1] ?? '', body: part }))
}

describe('nothing behind the door is reached around it', () => {
  test('there are doors to check', () => {
    expect(doors.length).toBeGreaterThan(5)
  })

  test.each(doors.filter((file) => !publicFiles.has(file)))('app/%s asks who is there', (file) => {
    expect(guardedBy.test(read(file))).toBe(true)
  })

  test.each(makers)('$name of app/$file stands on the action client', ({ file }) => {
    expect(read(file)).toMatch(/\bdefine(Action|Read)(<[^(]*>)?\(/)
  })

  test.each(doors.filter((file) => isAction(file) && !publicFiles.has(file)))('each action of app/%s goes through the action client', (file) => {
    const source = read(file)
    const defined = [...source.matchAll(/^const (\w+) = defineAction\(/gm)].map((match) => match[1] ?? '')
    for (const { name, body } of exportedFunctions(source)) {
      const guarded = guardedBy.test(body) || defined.some((action) => new RegExp(`\\b${action}\\(`).test(body))
      expect(guarded, `${name} in app/${file}`).toBe(true)
    }
  })

  test.each(doors.filter((file) => file.endsWith('route.ts') && file !== 'api/auth/[...all]/route.ts'))('app/%s only reads: changes are actions', (file) => {
    expect(read(file)).not.toMatch(/export (async function|const) (POST|PUT|PATCH|DELETE)\b/)
  })

  test('the list of public files names no file that is gone', () => {
    expect([...publicFiles.keys()].filter((file) => !files.includes(file))).toEqual([])
  })

  test('components ask for no server work of their own', () => {
    const components = path.resolve(app, '../components')
    const actions = fs
      .readdirSync(components, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) => /^\s*(['"])use server\1/m.test(fs.readFileSync(path.join(components, file), 'utf8')))
    expect(actions).toEqual([])
  })
})
