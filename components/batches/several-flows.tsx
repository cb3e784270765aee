'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useRead } from '@/components/query/use-read'
import { AdobeRead } from '@/components/setup/frame/adobe-read'
import { ScheduleFields } from '@/components/setup/schedule/schedule-fields'
import { scheduleForm, scheduleOf, toValues, type ScheduleValues } from '@/components/setup/schedule/schedule-form'
import type { SetupActions } from '@/components/setup/setup-actions'
import { setupReads } from '@/components/setup/setup-reads'
import type { TableView } from '@/components/setup/setup-views'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Section } from '@/components/ui/section'
import { objectsMax } from '@/lib/batches/batch-choices'
import { proposeSharedSchema } from '@/lib/batches/propose-target'
import type { ExplainedError } from '@/lib/explained-error'
import { paths } from '@/lib/paths'
import type { ScheduleProblem } from '@/lib/schedule/check-schedule'
import { findSource } from '@/lib/sources/catalogue'
import { objectHintFor } from '@/lib/sources/object-hint'
import { AccountChoice, type ChosenAccount, type WorkspaceOption } from './account-choice'
import type { StartBatch } from './batch-actions'
import { ObjectTicks } from './object-ticks'
import { gapsOf, toTarget, type TargetDraft } from './target-draft'
import { TargetMode } from './target-mode'

type SeveralFlowsProps = {
  workspaces: readonly WorkspaceOption[]
  /** What is chosen at first, from the draft one came from. */
  initial: ChosenAccount
  start: StartBatch
  createConnection: SetupActions['createConnection']
  /** Tells this group's titles from others: the day. */
  stamp: string
}

/** Several tables of one account: what is the same for all is answered here, and the rest is proposed for each. */
export function SeveralFlows({ workspaces, initial, start, createConnection, stamp }: SeveralFlowsProps) {
  const t = useTranslations('batches.several')
  const router = useRouter()
  const [account, setAccount] = useState(initial)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [added, setAdded] = useState<readonly string[]>([])
  const [chosenTarget, setTarget] = useState<TargetDraft>({ mode: 'each', classId: undefined, fieldGroupIds: [], title: '', schema: undefined, dataset: 'each' })
  const [isAsked, setAsked] = useState(false)
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<ExplainedError>()
  const form = useForm<ScheduleValues>({ mode: 'onTouched', resolver: zodResolver(scheduleForm), defaultValues: toValues({}, true) })
  const values = useWatch({ control: form.control }) as ScheduleValues
  const schedule = scheduleOf(values)
  const { workspaceId, source, connection } = account
  const check = useRead<ScheduleProblem[]>(
    ['setup', 'schedule-check', workspaceId, source?.key, JSON.stringify(schedule)],
    workspaceId && source && schedule ? setupReads.scheduleCheck(workspaceId, source.key, schedule) : null,
    { staleTime: 30_000 },
  )
  const objects = useMemo(() => [...ticked].toSorted(), [ticked])
  const hints = useMemo(() => objects.map((object) => objectHintFor(findSource(source?.key ?? ''), object)), [objects, source])
  const target = useMemo(() => proposed(chosenTarget, hints, `${source?.name ?? ''} ${stamp}`), [chosenTarget, hints, source, stamp])
  const gaps = gapsOf(target)
  const isTooMuch = objects.length > objectsMax

  function chooseAccount(next: ChosenAccount) {
    if (next.source?.key !== source?.key || next.connection?.id !== connection?.id) {
      setTicked(new Set())
      setAdded([])
    }
    if (next.workspaceId !== workspaceId) setTarget({ ...chosenTarget, classId: undefined, fieldGroupIds: [], schema: undefined })
    setAccount(next)
  }

  async function begin() {
    setAsked(true)
    setFailure(undefined)
    const given = toTarget(target)
    const isValid = await form.trigger()
    if (!isValid || !given || !schedule || !workspaceId || !source?.connectionSpec || !connection || objects.length === 0 || isTooMuch) return
    setPending(true)
    try {
      const answer = await start({
        workspaceId, objects, choices: { target: given, schedule },
        source: {
          sourceKey: source.key, sourceName: source.name, sourceKind: source.kind, connectionSpec: source.connectionSpec,
          baseConnectionId: connection.id, connectionName: connection.name,
        },
      })
      if (answer.ok) return router.push(paths.batch(answer.data.batchId))
      setFailure(answer.error)
    } catch {
      setFailure({ code: 'network', retryable: true })
    }
    setPending(false)
  }

  return (
    <div className="flex max-w-5xl flex-col">
      <Section title={t('where')}>
        <AccountChoice workspaces={workspaces} value={account} onChange={chooseAccount} createConnection={createConnection} stamp={stamp} problem={isAsked && !connection ? t('missing.account') : undefined} />
      </Section>
      {workspaceId && source && connection && (
        <>
          <Section title={t('what')} lead={t('whatLead')}>
            <Objects account={account} added={added} ticked={ticked} onTick={setTicked} onAdd={(path) => {
              setAdded((before) => (before.includes(path) ? before : [...before, path]))
              setTicked((before) => new Set([...before, path]))
            }} />
            {isAsked && objects.length === 0 && <p role="alert" className="mt-2 text-13 text-bad">{t('missing.objects')}</p>}
          </Section>
          <Section title={t('target')} lead={t('targetLead')}>
            <TargetMode
              workspaceId={workspaceId} hints={hints} value={target} onChange={setTarget}
              problemOf={(field) => (isAsked && gaps.includes(field) ? t(`missing.${field}`) : undefined)}
            />
          </Section>
          <Section title={t('when')} lead={t('whenLead')}>
            <ScheduleFields form={form} values={values} problems={check.data ?? []} lacksDelta={false} />
          </Section>
          <div className="mt-8 flex flex-col gap-4 border-t border-line pt-5">
            {failure && <ErrorPanel error={failure} />}
            <div className="flex flex-wrap items-center gap-3">
              <Button variant="primary" isPending={isPending} onPress={() => void begin()}>{t('begin', { count: objects.length })}</Button>
              <span className="text-13 text-ink-quiet">{t('beginNote')}</span>
            </div>
          </div>
        </>
      )}
    </div>
  )
}

/** Until somebody has chosen, one schema for all is what the source advises for most of the ticked. */
function proposed(target: TargetDraft, hints: Parameters<typeof proposeSharedSchema>[0], title: string): TargetDraft {
  const advice = target.classId === undefined ? proposeSharedSchema(hints) : undefined
  return { ...target, ...(advice && { classId: advice.classId, fieldGroupIds: advice.fieldGroupIds }), title: target.title || title }
}

type ObjectsProps = { account: ChosenAccount; added: readonly string[]; ticked: ReadonlySet<string>; onTick: (ticked: ReadonlySet<string>) => void; onAdd: (path: string) => void }

function Objects({ account: { workspaceId = '', source, connection }, added, ticked, onTick, onAdd }: ObjectsProps) {
  const t = useTranslations('batches.several')
  const isRest = source?.kind === 'rest'
  const tables = useRead<TableView[]>(
    ['setup', 'tables', workspaceId, connection?.id],
    connection && !isRest ? setupReads.tables(workspaceId, connection.id) : null,
    { staleTime: 300_000 },
  )
  if (isRest) return <ObjectTicks objects={[...(source.resources ?? []), ...added]} ticked={ticked} onChange={onTick} onAdd={onAdd} />
  return (
    <AdobeRead read={tables} label={t('readingTables')} rows={6}>
      {(list) => <ObjectTicks objects={list.map(({ path }) => path)} ticked={ticked} onChange={onTick} />}
    </AdobeRead>
  )
}
