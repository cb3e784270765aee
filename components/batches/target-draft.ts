import type { SchemaView } from '@/components/setup/setup-views'
import type { BatchTarget } from '@/lib/batches/batch-choices'

/** The target as it is being chosen: what belongs to another mode is kept for the case that one changes one's mind. */
export type TargetDraft = {
  mode: BatchTarget['mode']
  classId: string | undefined
  fieldGroupIds: string[]
  title: string
  schema: SchemaView | undefined
  dataset: 'each' | 'one'
}

export type TargetGap = 'class' | 'title' | 'schema'

/** What is still missing of it, in the order of the fields. */
export function gapsOf({ mode, classId, title, schema }: TargetDraft): TargetGap[] {
  if (mode === 'each') return []
  if (mode === 'existing') return schema ? [] : ['schema']
  return [...(classId ? [] : (['class'] as const)), ...(title.trim() ? [] : (['title'] as const))]
}

/** The choice as it is sent; undefined while something is missing. */
export function toTarget({ mode, classId, fieldGroupIds, title, schema, dataset }: TargetDraft): BatchTarget | undefined {
  if (mode === 'each') return { mode }
  if (mode === 'existing') return schema && { mode, schemaId: schema.id, title: schema.title, classId: schema.classId, dataset }
  return classId && title.trim() ? { mode, title: title.trim(), classId, fieldGroupIds, dataset } : undefined
}
