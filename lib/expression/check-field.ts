import type { CheckReport, FieldType } from './check'
import { functionNames } from './functions/function-names'
import type { MemberNode, NameNode, Node } from './node'
import { reservedWords } from './reserved-words'

/** A chain of names and indexes that begins at a field: `order.items[0].name`. */
export type FieldPath = {
  base: NameNode
  members: MemberNode[]
  steps: (string | number | null)[]
  /** Indexes that are computed and are to be checked themselves. */
  indexes: Node[]
  end: number
}

/** A node as a field path, or null when it is something else or begins with a call. */
export function readFieldPath(node: Node): FieldPath | null {
  const steps: (string | number | null)[] = []
  const members: MemberNode[] = []
  const indexes: Node[] = []
  let at = node
  while (at.kind !== 'name') {
    if (at.kind === 'member') {
      steps.unshift(at.name)
      members.unshift(at)
      at = at.object
    } else if (at.kind === 'index') {
      const { index } = at
      if (index.kind === 'number' && typeof index.value === 'number') steps.unshift(index.value)
      else if (index.kind === 'text') steps.unshift(index.value)
      else {
        steps.unshift(null)
        indexes.push(index)
      }
      at = at.object
    } else return null
  }
  return { base: at, members, steps, indexes, end: node.end }
}

function writePath(names: string[], steps: FieldPath['steps'], escape: boolean): string {
  let path = ''
  for (const step of [...names, ...steps]) {
    if (step === null) path += '[*]'
    else if (typeof step === 'number') path += `[${step}]`
    else path += `${path === '' ? '' : '.'}${escape ? step.replaceAll('.', '\\.') : step}`
  }
  return path
}

/** Looks a path up under both spellings of a dot inside a name. */
export function lookUpField(path: FieldPath, report: CheckReport): boolean | FieldType {
  const { fields } = report.context
  if (fields === undefined) return true
  const { segments } = path.base
  return fields(writePath(segments, path.steps, true)) || fields(writePath(segments, path.steps, false))
}

export function checkField(path: FieldPath, locals: ReadonlySet<string>, report: CheckReport): void {
  const { base } = path
  const [first = ''] = base.segments
  for (const member of path.members) {
    if (member.quoted || !reservedWords.has(member.name)) continue
    report.add(
      'warning', 'reserved-member', `${member.name} is a word of the language; \${${member.name}} is safer here.`,
      { start: member.end - member.name.length, end: member.end }, { values: { name: member.name } },
    )
  }
  if (!base.quoted && locals.has(first)) return
  if (!base.quoted && (reservedWords.has(first) || functionNames.has(first))) {
    const isFunction = functionNames.has(first)
    const what = isFunction ? 'the name of a function' : 'a word of the language'
    report.add('error', 'reserved-name', `${first} is ${what}; a field of that name is written \${${first}}.`, base, {
      ...(isFunction ? { variant: 'function' } : {}), values: { name: first },
    })
    return
  }
  if (lookUpField(path, report) === false) {
    const written = writePath(base.segments, path.steps, true)
    report.add('error', 'unknown-field', `The source has no field ${written}.`, { start: base.start, end: path.end }, { values: { field: written } })
  }
}
