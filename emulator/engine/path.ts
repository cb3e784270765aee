/** One step of a path: a field's name, an element's number, or every element. */
export type PathStep = { kind: 'name'; name: string } | { kind: 'index'; index: number } | { kind: 'every' }

export type ParsedPath = { ok: true; steps: PathStep[] } | { ok: false; reason: string }

/** Arrays are not made longer than this by an index in a path. */
const largestIndex = 9_999

/**
 * Reads `a.b[0].c[*].d`, as Data Prep writes sources and destinations: names are joined by dots, a
 * backslash before a dot makes it part of the name, brackets hold an index or an asterisk.
 */
export function parsePath(path: string): ParsedPath {
  const steps: PathStep[] = []
  let name = ''
  let expectsName = true
  let at = 0
  const closeName = (): boolean => {
    if (name !== '') steps.push({ kind: 'name', name })
    else if (expectsName) return false
    name = ''
    expectsName = false
    return true
  }
  while (at < path.length) {
    const letter = path.charAt(at)
    if (letter === '\\' && at + 1 < path.length) {
      name += path.charAt(at + 1)
      at += 2
    } else if (letter === '.') {
      if (!closeName()) return { ok: false, reason: `an empty name at position ${at}` }
      expectsName = true
      at += 1
    } else if (letter === '[') {
      if (!closeName()) return { ok: false, reason: `brackets without a name at position ${at}` }
      const end = path.indexOf(']', at)
      const step = readBrackets(end === -1 ? '' : path.slice(at + 1, end))
      if (step === undefined) return { ok: false, reason: `no index and no asterisk at position ${at}` }
      steps.push(step)
      at = end + 1
      if (at < path.length && path.charAt(at) !== '.' && path.charAt(at) !== '[') {
        return { ok: false, reason: `a dot is missing at position ${at}` }
      }
    } else {
      name += letter
      at += 1
    }
  }
  return closeName() ? { ok: true, steps } : { ok: false, reason: path === '' ? 'it is empty' : 'it ends with a dot' }
}

function readBrackets(content: string): PathStep | undefined {
  const text = content.trim()
  if (text === '*') return { kind: 'every' }
  if (!/^\d+$/.test(text)) return undefined
  const index = Number(text)
  return index <= largestIndex ? { kind: 'index', index } : undefined
}

/** The path of a step's end, for people: `a.b[0]`. */
export function formatSteps(steps: readonly PathStep[]): string {
  return steps.reduce((path, step) => {
    if (step.kind === 'index') return `${path}[${step.index}]`
    if (step.kind === 'every') return `${path}[*]`
    const name = step.name.replaceAll('.', '\\.')
    return path === '' ? name : `${path}.${name}`
  }, '')
}
