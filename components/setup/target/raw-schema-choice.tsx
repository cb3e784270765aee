'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { RadioCards } from '@/components/ui/radio-cards'
import { oddColumnNames } from '@/lib/flows/odd-column-names'
import type { ProposedNames } from '@/lib/flows/propose-names'
import { useDraft, useSetup } from '../draft/setup-provider'
import { useProblemOf } from '../frame/step-attempt'
import { fieldId } from '../frame/step-frame'
import { TargetText } from './target-text'
import type { TargetForm } from './use-target-form'

type RawSchemaChoiceProps = { form: TargetForm['form']; names: ProposedNames; takeFromDraft: () => void }

/** How the raw columns are described to Adobe: as an ad-hoc class and schema, or by naming the columns only. */
export function RawSchemaChoice({ form, names, takeFromDraft }: RawSchemaChoiceProps) {
  const t = useTranslations('setup.target')
  const format = useFormatter()
  const { store } = useSetup()
  const { answers } = useDraft()
  const problemOf = useProblemOf('target')
  const columns = answers.data?.columns ?? []
  const odd = oddColumnNames(columns)
  const mode = answers.target?.rawSchema?.mode

  function choose(next: string) {
    if (next === mode) return
    const rawSchema = next === 'adhoc' ? { mode: 'adhoc' as const, classTitle: names.rawClass, schemaTitle: names.rawSchema } : { mode: 'columns-only' as const }
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
          { value: 'adhoc', label: t('rawAdhoc'), description: t('rawAdhocHint', { count: columns.length }) },
          { value: 'columns-only', label: t('rawColumns'), description: t('rawColumnsHint') },
        ]}
      />
      {mode === 'adhoc' && odd.length > 0 && (
        <Callout tone="warn" title={t('oddTitle', { count: odd.length })}>
          {t('oddBody', { names: format.list(odd.slice(0, 6), { type: 'conjunction' }) })}
        </Callout>
      )}
      {mode === 'adhoc' && (
        <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
          <TargetText form={form} name="rawClassTitle" label={t('rawClassTitle')} isRequired />
          <TargetText form={form} name="rawSchemaTitle" label={t('rawSchemaTitle')} description={t('rawTitlesHint')} isRequired />
        </div>
      )}
    </div>
  )
}
