import type { MappingDocument } from './mapping-document'

/** What a change did, as a message key `mapper.changes.<code>` with its values; undo and redo say it again. */
export type MappingChange = { code: string; values: Record<string, string | number> }

type Step = { before: MappingDocument; after: MappingDocument; change: MappingChange }

/** Documents are never changed in place, so a step is two references, however large they are. */
export type MappingHistory = { present: MappingDocument; done: readonly Step[]; undone: readonly Step[] }

export const startHistory = (present: MappingDocument): MappingHistory => ({ present, done: [], undone: [] })

/** Records a change; one that changed nothing is no step. What was undone before can no longer be redone. */
export function record(history: MappingHistory, after: MappingDocument, change: MappingChange): MappingHistory {
  if (after === history.present) return history
  return { present: after, done: [...history.done, { before: history.present, after, change }], undone: [] }
}

/** One step back; without one, the history as it is. */
export function undo(history: MappingHistory): MappingHistory {
  const step = history.done.at(-1)
  if (!step) return history
  return { present: step.before, done: history.done.slice(0, -1), undone: [...history.undone, step] }
}

/** One step forward again; without one, the history as it is. */
export function redo(history: MappingHistory): MappingHistory {
  const step = history.undone.at(-1)
  if (!step) return history
  return { present: step.after, done: [...history.done, step], undone: history.undone.slice(0, -1) }
}

/** What the next undo takes back, and the next redo brings back. */
export const nextUndo = (history: MappingHistory): MappingChange | undefined => history.done.at(-1)?.change
export const nextRedo = (history: MappingHistory): MappingChange | undefined => history.undone.at(-1)?.change
