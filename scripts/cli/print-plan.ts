import type { DocumentPlan } from '@/lib/documents/plan-document'
import type { PreparedPlan } from './prepare-plan'
import type { Words } from './words'

/** A plan as lines to read: parts that are created or reused, what changes, and everything that is in the way. */
export function describePlan({ plan, workspace }: PreparedPlan, words: Words): string {
  const { say } = words
  const heading = `${plan.definition.name} → ${workspace.name} (${workspace.sandbox})`
  const blocks = [heading, stepsOf(plan, words), changesOf(plan, words), obstaclesOf(plan, words), warningsOf(plan, words)]
  return [...blocks, say(`documents.cli.outcome.${plan.action}`, countsOf(plan))].filter(Boolean).join('\n\n')
}

function stepsOf({ steps, action }: DocumentPlan, { say }: Words): string {
  if (action === 'none') return ''
  const rows = steps.map(({ mode, kind, name, reusedId }) => [say(`documents.cli.mode.${mode}`), say(`create.kinds.${kind}`), name, reusedId ?? ''])
  return alignColumns(rows)
}

function changesOf({ changes }: DocumentPlan, { say }: Words): string {
  const rows = changes.flatMap((change) => [...(change.rows?.removed ?? []).map((row) => `    − ${row}`), ...(change.rows?.added ?? []).map((row) => `    + ${row}`)])
  const table = alignColumns(changes.map(({ path, before, after, isPossible }) => [
    say(isPossible ? 'documents.cli.changes' : 'documents.cli.fixed'), path, `${before ?? '—'} → ${after ?? '—'}`,
  ]))
  return [table, ...rows].filter(Boolean).join('\n')
}

function obstaclesOf({ problems, lacking, taken, flow, action, changes }: DocumentPlan, { say, problem }: Words): string {
  const lines = [
    ...problems.map(problem),
    ...lacking.map(({ place, reason, name, candidates }) => {
      const names = candidates.map((one) => one.name).join(', ') || '—'
      return say(`documents.lacking.${place}.${reason}`, { name, candidates: names })
    }),
    ...taken.map(({ path, title }) => `${path}: ${say('documents.taken', { title })}`),
    ...[...new Set(changes.flatMap(({ reason }) => reason ?? []))].map((reason) => say(`documents.fixed.${reason}`)),
    ...(changes.some(({ isPossible }) => !isPossible) ? [say('documents.cli.fixedNote')] : []),
    ...(action === 'blocked' && flow && flow.lifecycle !== 'live' ? [say(`documents.cli.busy.${flow.lifecycle}`)] : []),
  ]
  return lines.map((line) => `✗ ${line}`).join('\n')
}

const warningsOf = ({ warnings }: DocumentPlan, { problem }: Words) => warnings.map((one) => `! ${problem(one)}`).join('\n')

function countsOf({ steps, changes }: DocumentPlan) {
  return {
    create: steps.filter(({ mode }) => mode === 'create').length,
    reuse: steps.filter(({ mode }) => mode === 'reuse').length,
    change: steps.filter(({ mode }) => mode === 'change').length,
    changes: changes.length,
  }
}

/** Columns as wide as their widest entry; Chinese signs take two places in a terminal. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, widthOf(cell))), [])
  const pad = (cell: string, index: number) => cell + ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(cell)))
  return rows.map((row) => `  ${row.map(pad).join('  ')}`.trimEnd()).join('\n')
}

const widthOf = (text: string) => [...text].reduce((width, sign) => width + (/\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u.test(sign) ? 2 : 1), 0)

/** A plan for programs: codes and places with their sentences, no definition and no secret. */
export function planAsJson({ plan, workspace }: PreparedPlan, { say, problem }: Words) {
  const { action, flow, steps, changes, problems, warnings, lacking, taken, definition } = plan
  const told = (all: typeof problems) => all.map((one) => ({ path: one.path, code: `${one.area}.${one.code}`, message: problem(one) }))
  return {
    name: definition.name,
    workspace: workspace.name,
    action,
    ...(flow && { flow }),
    steps: steps.map(({ key, mode, name, reusedId }) => ({ key, mode, name, ...(reusedId && { id: reusedId }) })),
    changes,
    problems: told(problems),
    warnings: told(warnings),
    lacking,
    taken: taken.map((one) => ({ ...one, message: say('documents.taken', { title: one.title }) })),
  }
}
