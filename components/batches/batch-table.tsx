'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { ErrorPanel } from '@/components/ui/error-panel'
import { DataTable, type DataColumn } from '@/components/ui/table'
import type { BatchItem } from '@/lib/batches/batch-view'
import type { ExplainedError } from '@/lib/explained-error'
import { paths, type SetupStep } from '@/lib/paths'
import { objectWords } from '@/lib/sources/object-hint'
import type { BatchActions } from './batch-actions'
import { BatchStateBadge } from './batch-state'
import { ObjectName } from './object-name'
import { PressButton } from './press-button'

type BatchTableProps = { items: readonly BatchItem[]; workspaceId: string; actions: Pick<BatchActions, 'resume' | 'undo'>; onChanged: () => Promise<unknown> }

/** All flows of a batch in one line each: how it stands, how far it is, and what it needs of somebody. */
export function BatchTable({ items, workspaceId, actions, onChanged }: BatchTableProps) {
  const t = useTranslations('batches.page')
  const columns: DataColumn<BatchItem>[] = [
    { key: 'flow', header: t('flow'), isRowHeader: true, className: 'min-w-36 py-1.5', cell: (item) => <ItemName item={item} /> },
    { key: 'state', header: t('state'), className: 'whitespace-nowrap', cell: ({ state }) => <BatchStateBadge state={state} /> },
    { key: 'progress', header: t('progress'), className: 'whitespace-nowrap', cell: (item) => <ItemProgress item={item} /> },
    {
      key: 'note', header: t('note'), className: 'py-1.5 sm:min-w-44',
      cell: (item) => <ItemNote item={item} workspaceId={workspaceId} actions={actions} onChanged={onChanged} />,
    },
  ]
  return <DataTable isStacked label={t('flow')} rows={items} rowKey={({ id }) => id} columns={columns} empty={<p className="text-14 text-ink-quiet">{t('noneInState')}</p>} />
}

/** A name that consists of the object's own words says it already. */
const isSaidBy = (name: string, object: string) => objectWords(name).join(' ') === objectWords(object).join(' ')

function ItemName({ item: { name, object, flowId, draftId, step, state } }: { item: BatchItem }) {
  const href = flowId ? paths.flow(flowId) : draftId && step && state !== 'preparing' ? paths.setup(draftId, step) : undefined
  return (
    <span className="flex flex-col">
      {href ? <Link href={href} prefetch={false} className="prose-link inline-flex min-h-6 items-center self-start">{name}</Link> : <span className="inline-flex min-h-6 items-center">{name}</span>}
      {!isSaidBy(name, object) && <span className="text-12 font-normal text-ink-quiet"><ObjectName value={object} /></span>}
    </span>
  )
}

function ItemProgress({ item: { state, done, total, mapped, required, requiredMapped } }: { item: BatchItem }) {
  const t = useTranslations('batches.page')
  if (state === 'creating' || state === 'removing' || state === 'queued' || state === 'failed' || state === 'remove-failed') {
    return (
      <span className="flex items-center gap-2 tabular-nums">
        <span aria-hidden className="h-1 w-16 overflow-hidden rounded-full bg-surface-3">
          <span className={`block h-full ${state === 'failed' ? 'bg-bad' : 'bg-accent'}`} style={{ width: `${total > 0 ? (done / total) * 100 : 0}%` }} />
        </span>
        {t('steps', { done, total })}
      </span>
    )
  }
  if (mapped === undefined) return null
  return (
    <span className="flex flex-col text-12 text-ink-quiet">
      <span>{t('mapped', { mapped })}</span>
      {required !== undefined && required > 0 && <span>{t('required', { mapped: requiredMapped ?? 0, required })}</span>}
    </span>
  )
}

type ItemNoteProps = { item: BatchItem } & Pick<BatchTableProps, 'workspaceId' | 'actions' | 'onChanged'>

/** What is missing with the way to answer it, or what failed with the ways out. */
function ItemNote({ item, workspaceId, actions, onChanged }: ItemNoteProps) {
  const t = useTranslations('batches.page')
  const s = useTranslations('setup.problems')
  const e = useTranslations('errors')
  const { flowId, draftId, state, problems, step, error } = item
  const [first, ...more] = problems
  if (state === 'lacking' && first && draftId && step) {
    return (
      <span className="flex flex-wrap items-center gap-x-3">
        <span>{s(first.code, first.values)}</span>
        <Link href={paths.setup(draftId, step)} prefetch={false} className="prose-link inline-flex min-h-6 items-center">{t('open', { step: t(`stepsOf.${step}`) })}</Link>
        {more.length > 0 && <span className="text-12 text-ink-quiet">{t('more', { count: more.length })}</span>}
      </span>
    )
  }
  if (state === 'ready' && draftId) {
    return <Link href={paths.setup(draftId, 'review')} prefetch={false} className="prose-link inline-flex min-h-6 items-center">{t('review')}</Link>
  }
  if (!error) return null
  const mend = mendingPlace(error, draftId, workspaceId)
  return (
    <div className="flex flex-col items-start gap-1">
      <details className="max-w-xl">
        <summary className="min-h-6 cursor-pointer text-bad">{e(`${error.code}.title`, error.values)}</summary>
        <ErrorPanel error={error} className="my-1 whitespace-normal" />
      </details>
      <span className="flex flex-wrap items-center gap-2">
        {flowId && (
          <PressButton
            size="small" label={t(state === 'failed' ? 'resume' : 'undoAgain')} name={item.name}
            onPress={() => (state === 'failed' ? actions.resume : actions.undo)({ flowId })} onDone={onChanged}
          />
        )}
        {mend && <Link href={mend.href} prefetch={false} className="prose-link inline-flex min-h-6 items-center">{t('change', { step: t(`stepsOf.${mend.place}`) })}</Link>}
      </span>
    </div>
  )
}

/** Where the answer was given that led to the failure, while it can still be changed. */
function mendingPlace({ mendAt }: ExplainedError, draftId: string | undefined, workspaceId: string): { place: NonNullable<ExplainedError['mendAt']>; href: string } | undefined {
  if (mendAt === undefined || mendAt === 'nowhere') return undefined
  if (mendAt === 'workspace') return { place: mendAt, href: paths.workspace(workspaceId) }
  const step: SetupStep = mendAt === 'connection' ? 'source' : mendAt
  return draftId ? { place: mendAt, href: paths.setup(draftId, step) } : undefined
}
