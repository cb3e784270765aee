'use client'

import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { RadioCards } from '@/components/ui/radio-cards'
import { StateBadge } from '@/components/ui/state-badge'
import { cleanedNames, type CleanedName } from '@/lib/flows/clean-field-names'
import type { SourceColumn } from '@/lib/flows/flow-definition'
import { proposeRawSchema, type ProposedNames } from '@/lib/flows/propose-names'
import type { SourceField } from '@/lib/mapping/mapping-document'
import { sourceFieldsFromColumns } from '@/lib/mapping/source-fields'
import { useDraft, useSetup } from '../draft/setup-provider'
import { useProblemOf } from '../frame/step-attempt'
import { fieldId } from '../frame/step-frame'
import { TargetText } from './target-text'
import { useRawSchemaMode } from './use-raw-schema-mode'
import type { TargetForm } from './use-target-form'

const leaves = (fields: readonly SourceField[]): number => fields.reduce((sum, { children }) => sum + (children.length > 0 ? leaves(children) : 1), 0)

/** Fields of a hierarchy, objects and lists not counted themselves. */
const countLeaves = (columns: readonly SourceColumn[]) => leaves(sourceFieldsFromColumns(columns))

type RawSchemaChoiceProps = { form: TargetForm['form']; names: ProposedNames; takeFromDraft: () => void }

/** How the raw columns are described to Adobe: as an ad-hoc class and schema, or by naming the columns only. */
export function RawSchemaChoice({ form, names, takeFromDraft }: RawSchemaChoiceProps) {
  const t = useTranslations('setup.target')
  const { store } = useSetup()
  const { answers } = useDraft()
  const problemOf = useProblemOf('target')
  const columns = answers.data?.columns ?? []
  const cleaned = cleanedNames(columns)
  const isRest = answers.data?.kind === 'rest'
  const mode = answers.target?.rawSchema?.mode
  const usual = useRawSchemaMode()
  const mark = (of: typeof usual) => (of === usual ? { aside: <StateBadge tone="good">{t('rawUsual')}</StateBadge> } : {})

  function choose(next: string) {
    if (next === mode) return
    const rawSchema = proposeRawSchema(next === 'adhoc' ? next : 'columns-only', names)
    store.update('target', { ...store.getState().answers.target, rawSchema })
    takeFromDraft()
  }

  return (
    <div className="flex flex-col gap-4">
      <RadioCards
        id={fieldId('rawSchema')}
        label={t('rawTitle')}
        isLabelHidden
        columns={2}
        value={mode ?? null}
        onChange={choose}
        errorMessage={problemOf('rawSchema')}
        options={[
          { value: 'adhoc', label: t('rawAdhoc'), description: t(isRest ? 'rawRestHint' : 'rawAdhocHint', { count: isRest ? countLeaves(columns) : columns.length }), ...mark('adhoc') },
          { value: 'columns-only', label: t('rawColumns'), description: t('rawColumnsHint'), ...mark('columns-only') },
        ]}
      />
      {mode === 'adhoc' && cleaned.length > 0 && <CleanedNames cleaned={cleaned} />}
      {mode === 'adhoc' && (
        <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
          <TargetText form={form} name="rawClassTitle" label={t('rawClassTitle')} isRequired />
          <TargetText form={form} name="rawSchemaTitle" label={t('rawSchemaTitle')} description={t('rawTitlesHint')} isRequired />
        </div>
      )}
    </div>
  )
}

/** Which names the registry would refuse, and what they are called in the ad-hoc class instead. */
function CleanedNames({ cleaned }: { cleaned: readonly CleanedName[] }) {
  const t = useTranslations('setup.target')
  return (
    <Callout tone="info" title={t('cleanedTitle', { count: cleaned.length })}>
      <p>{t('cleanedBody')}</p>
      <ul className="relative mt-1.5 max-h-40 overflow-auto">
        {cleaned.map(({ path, to }) => (
          <li key={path} className="flex flex-wrap items-center gap-x-2">
            <code className="text-12 break-all">{path}</code>
            <ArrowRight role="img" aria-label={t('becomes')} className="text-ink-quiet" />
            <code className="text-12 break-all">{to}</code>
          </li>
        ))}
      </ul>
    </Callout>
  )
}
