'use client'

import { keepPreviousData } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import { useRead } from '@/components/query/use-read'
import { AdobeRead } from '@/components/setup/frame/adobe-read'
import { setupReads } from '@/components/setup/setup-reads'
import type { ClassView, FieldGroupView, SchemaPage } from '@/components/setup/setup-views'
import { Checkbox } from '@/components/ui/checkbox'
import { ComboBoxField } from '@/components/ui/combo-box-field'
import { RadioCards } from '@/components/ui/radio-cards'
import { TextField } from '@/components/ui/text-field'
import { groupsFor } from '@/lib/batches/propose-target'
import type { ObjectHint } from '@/lib/sources/payments-source'
import type { TargetDraft } from './target-draft'

type TargetModeProps = {
  workspaceId: string
  hints: readonly (ObjectHint | undefined)[]
  value: TargetDraft
  onChange: (next: TargetDraft) => void
  /** Says beside the field what is missing, once it was asked for. */
  problemOf: (field: 'class' | 'title' | 'schema') => string | undefined
}

/** Where the rows of all go: a schema for each, one new for all, or one that is there. */
export function TargetMode({ workspaceId, hints, value, onChange, problemOf }: TargetModeProps) {
  const t = useTranslations('batches.several')
  const { mode } = value
  return (
    <div className="flex flex-col gap-5">
      <RadioCards
        label={t('mode')}
        isRequired
        columns={3}
        value={mode}
        onChange={(next) => onChange({ ...value, mode: next === 'one' || next === 'existing' ? next : 'each' })}
        options={(['each', 'one', 'existing'] as const).map((each) => ({ value: each, label: t(each), description: t(`${each}Hint`) }))}
      />
      {mode === 'one' && <OneSchema workspaceId={workspaceId} hints={hints} value={value} onChange={onChange} problemOf={problemOf} />}
      {mode === 'existing' && <ExistingSchema workspaceId={workspaceId} value={value} onChange={onChange} problem={problemOf('schema')} />}
      {mode !== 'each' && (
        <RadioCards
          label={t('dataset')}
          isRequired
          columns={2}
          value={value.dataset}
          onChange={(next) => onChange({ ...value, dataset: next === 'one' ? 'one' : 'each' })}
          options={[
            { value: 'each', label: t('datasetEach') },
            { value: 'one', label: t('datasetOne'), description: t('datasetOneHint') },
          ]}
        />
      )}
    </div>
  )
}

function OneSchema({ workspaceId, hints, value, onChange, problemOf }: TargetModeProps) {
  const t = useTranslations('batches.several')
  const classes = useRead<ClassView[]>(['setup', 'classes', workspaceId], setupReads.classes(workspaceId), { staleTime: 600_000 })
  const groups = useRead<FieldGroupView[]>(
    ['setup', 'field-groups', workspaceId, value.classId],
    value.classId ? setupReads.fieldGroups(workspaceId, value.classId) : null,
    { staleTime: 600_000 },
  )
  const advisedFor = (id: string) => hints.filter((hint) => hint?.classId === id).length
  const advisedGroups = value.classId ? groupsFor(hints, value.classId) : []
  const offered = (groups.data ?? []).filter(({ id }) => advisedGroups.includes(id) || value.fieldGroupIds.includes(id))
  return (
    <AdobeRead read={classes} label={t('readingClasses')} rows={3}>
      {(list) => (
        <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
          <ComboBoxField
            label={t('class')}
            placeholder={t('chooseClass')}
            isRequired
            value={value.classId ?? null}
            errorMessage={problemOf('class')}
            onChange={(classId) => onChange({ ...value, classId: classId ?? undefined, fieldGroupIds: classId ? groupsFor(hints, classId) : [] })}
            options={list
              .toSorted((a, b) => advisedFor(b.id) - advisedFor(a.id) || a.title.localeCompare(b.title))
              .map(({ id, title }) => ({ value: id, label: title, ...(advisedFor(id) > 0 ? { description: t('advised', { count: advisedFor(id) }) } : {}) }))}
          />
          <TextField label={t('schemaTitle')} isRequired value={value.title} errorMessage={problemOf('title')} onChange={(title) => onChange({ ...value, title })} />
          {value.classId && (
            <div role="group" aria-label={t('groups')} className="sm:col-span-2">
              <p className="mb-1 text-13 font-medium">{t('groups')}</p>
              {offered.length === 0 && !groups.isFetching && <p className="text-13 text-ink-quiet">{t('noGroups')}</p>}
              <div className="grid gap-1 sm:grid-cols-2">
                {offered.map(({ id, title }) => (
                  <Checkbox
                    key={id} label={title} value={value.fieldGroupIds.includes(id)}
                    onChange={(isOn) => onChange({ ...value, fieldGroupIds: isOn ? [...value.fieldGroupIds, id] : value.fieldGroupIds.filter((one) => one !== id) })}
                  />
                ))}
              </div>
            </div>
          )}
        </div>
      )}
    </AdobeRead>
  )
}

type ExistingSchemaProps = Pick<TargetModeProps, 'workspaceId' | 'value' | 'onChange'> & { problem: string | undefined }

/** Found by typing; the registry is searched on the server, which answers the first of what was found. */
function ExistingSchema({ workspaceId, value, onChange, problem }: ExistingSchemaProps) {
  const t = useTranslations('batches.several')
  const [typed, setTyped] = useState('')
  // The field shows the title of what was chosen, which is no question.
  const search = useDeferredValue(typed === value.schema?.title ? '' : typed.trim())
  const schemas = useRead<SchemaPage>(['setup', 'schemas', workspaceId, { search }], setupReads.schemas(workspaceId, { search }), {
    placeholderData: keepPreviousData,
  })
  return (
    <AdobeRead read={schemas} label={t('readingSchemas')} rows={2}>
      {({ schemas: found }) => {
        const chosen = value.schema
        const options = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found
        return (
          <ComboBoxField
            label={t('schema')}
            isRequired
            isFiltered
            className="max-w-md"
            value={chosen?.id ?? null}
            errorMessage={problem}
            onInputChange={setTyped}
            onChange={(id) => onChange({ ...value, schema: options.find((each) => each.id === id) })}
            options={options.map(({ id, title, classTitle }) => ({ value: id, label: title, description: classTitle }))}
          />
        )
      }}
    </AdobeRead>
  )
}
