'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { ComboBoxField } from '@/components/ui/combo-box-field'
import type { Choices, Lacking } from '@/lib/documents/resolution'

type LackingChoiceProps = {
  lacking: Lacking
  /** A choice has been made for it. */
  isSettled: boolean
  choices: Choices
  onChoose: (choices: Choices, lacking: Lacking) => void
}

const choiceOf = { connection: 'connectionId', schema: 'schemaId', dataset: 'datasetId' } as const

/** A name the workspace does not settle: what could be taken instead, or where it comes from. */
export function LackingChoice({ lacking, isSettled, choices, onChoose }: LackingChoiceProps) {
  const t = useTranslations('documents')
  const { place, reason, name, candidates } = lacking
  const sentence = t(`import.lacking.${place}.${reason}`, { name })
  if (place === 'flow-spec' || candidates.length === 0) {
    return <Callout tone="warn" title={sentence}>{place === 'flow-spec' ? undefined : t(`import.later.${place}`)}</Callout>
  }
  const key = choiceOf[place]
  return (
    <Callout tone={isSettled ? 'good' : 'warn'} title={sentence}>
      <ComboBoxField
        className="mt-2 max-w-md"
        label={t(`import.choose.${place}`)}
        description={isSettled ? undefined : t(`import.later.${place}`)}
        options={candidates.map((one) => ({ value: one.id, label: one.name, description: one.id }))}
        value={choices[key] ?? null}
        onChange={(id) => onChoose({ ...choices, [key]: id ?? undefined, ...(place === 'schema' && { datasetId: undefined }) }, lacking)}
      />
    </Callout>
  )
}
