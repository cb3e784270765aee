'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { IdText } from '@/components/ui/id-text'
import { StateBadge } from '@/components/ui/state-badge'
import { DataTable } from '@/components/ui/table'
import type { ImportPreview } from '@/lib/documents/import-document'
import type { Choices, Lacking } from '@/lib/documents/resolution'
import { paths } from '@/lib/paths'
import type { PlanStep } from '@/lib/provisioning/plan'
import { LackingChoice } from './lacking-choice'
import { ProblemList } from './problem-list'

type ImportOutlookProps = {
  outlook: ImportPreview
  /** Names that a choice has settled; they stay in sight, so that the choice can be changed. */
  settled: readonly Lacking[]
  choices: Choices
  onChoose: (choices: Choices, lacking: Lacking) => void
}

/** What a workspace makes of a document: names to be settled, faults to be mended in the wizard, parts to be created or reused. */
export function ImportOutlook({ outlook, settled, choices, onChoose }: ImportOutlookProps) {
  const t = useTranslations('documents')
  const { lacking, taken, steps, namesakes, mapping, warnings } = { ...outlook, warnings: outlook.mapping?.warnings ?? [] }
  const problems = [...outlook.problems, ...outlook.schedule, ...(mapping?.errors ?? [])]
  const [namesake] = namesakes
  return (
    <div className="mt-6 flex flex-col gap-4">
      {[...settled, ...lacking.filter(({ place }) => !settled.some((one) => one.place === place))].map((one) => (
        <LackingChoice
          key={one.place}
          lacking={one}
          isSettled={!lacking.some(({ place }) => place === one.place)}
          choices={choices}
          onChoose={onChoose}
        />
      ))}
      {namesake && (
        <Callout tone="warn" title={t('import.namesake')}>
          <a className="prose-link" href={paths.flow(namesake.id)}>{t('import.toNamesake')}</a> {t('import.namesakeNote')}
        </Callout>
      )}
      {taken.length > 0 && (
        <Callout tone="warn" title={t('import.taken', { count: taken.length })}>
          <ul className="flex flex-col gap-1">
            {taken.map(({ path, title }) => (
              <li key={path}>
                <code className="mr-2 font-mono text-12">{path}</code>
                {t('taken', { title })}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {problems.length > 0 && (
        <Callout tone="bad" title={t('import.problems', { count: problems.length })}>
          <ProblemList problems={problems} />
        </Callout>
      )}
      {warnings.length > 0 && (
        <Callout tone="warn" title={t('import.warnings', { count: warnings.length })}>
          <ProblemList problems={warnings} />
        </Callout>
      )}
      <PartTable steps={steps} />
    </div>
  )
}

function PartTable({ steps }: { steps: readonly PlanStep[] }) {
  const t = useTranslations('documents.import')
  const c = useTranslations('create')
  return (
    <DataTable<PlanStep>
      label={t('parts')}
      rows={steps}
      rowKey={({ key }) => key}
      columns={[
        { key: 'kind', header: t('kind'), cell: ({ kind }) => c(`kinds.${kind}`), isRowHeader: true },
        { key: 'mode', header: t('mode'), cell: ({ mode, reusedId }) => <PartMode mode={mode} isFound={mode !== 'reuse' || Boolean(reusedId)} /> },
        { key: 'name', header: t('name'), cell: ({ name, mode }) => (mode === 'look-up' ? <IdText value={name} /> : name) },
      ]}
    />
  )
}

function PartMode({ mode, isFound }: { mode: PlanStep['mode']; isFound: boolean }) {
  const t = useTranslations('documents.import.modes')
  if (!isFound) return <StateBadge tone="warn">{t('missing')}</StateBadge>
  return <StateBadge tone={mode === 'create' ? 'info' : 'good'}>{t(mode)}</StateBadge>
}
