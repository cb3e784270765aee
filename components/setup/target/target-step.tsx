'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { RadioCards } from '@/components/ui/radio-cards'
import { Section } from '@/components/ui/section'
import type { TargetAnswers } from '@/lib/flows/draft-answers'
import { proposeNames, proposeRawSchema } from '@/lib/flows/propose-names'
import { findSource } from '@/lib/sources/catalogue'
import { objectHintFor } from '@/lib/sources/object-hint'
import { sourceNameOf } from '@/lib/flows/source-facts'
import { useDraft, useSetup } from '../draft/setup-provider'
import { useProblemOf } from '../frame/step-attempt'
import { fieldId, StepFrame } from '../frame/step-frame'
import { DatasetChoice } from './dataset-choice'
import { ProfileChoice } from './profile-choice'
import { RawSchemaChoice } from './raw-schema-choice'
import { useRawSchemaMode } from './use-raw-schema-mode'
import { SchemaBuilder } from './schema-builder'
import { SchemaPicker } from './schema-picker'
import { useFreeTitles } from './use-free-titles'
import { useTargetForm } from './use-target-form'

/** What the rows become: the schema they are written to, the dataset that keeps them, and how the raw columns are described. */
export function TargetStep() {
  const t = useTranslations('setup.target')
  const { store } = useSetup()
  const { answers } = useDraft()
  const problemOf = useProblemOf('target')
  const target = answers.target ?? {}
  const { form, takeFromDraft } = useTargetForm()
  const checkTitles = useFreeTitles()
  const names = useProposals()
  useRawProposal(names, takeFromDraft)

  function chooseMode(schemaMode: 'existing' | 'build') {
    if (schemaMode === target.schemaMode) return
    const { schemaId: _id, classId: _class, schemaInProfile: _inProfile, ...kept } = target
    const hint = objectHintFor(findSource(answers.source?.sourceKey ?? ''), answers.data?.table)
    const next: TargetAnswers =
      schemaMode === 'existing'
        ? { ...kept, schemaMode, schemaTitle: undefined }
        : {
            ...kept,
            schemaMode,
            schemaTitle: names.targetSchema,
            datasetMode: 'new',
            ...(hint ? { classId: hint.classId, fieldGroupIds: hint.fieldGroupIds } : {}),
          }
    store.update('target', { ...next, datasetMode: next.datasetMode ?? 'new', datasetName: kept.datasetName ?? names.dataset })
    takeFromDraft()
  }

  async function validate() {
    const isValid = await form.trigger()
    // Adobe is asked about titles only when nothing nearer is wrong.
    return isValid ? checkTitles() : []
  }

  return (
    <StepFrame step="target" title={t('title')} lead={t('lead')} validate={validate}>
      <RadioCards
        id={fieldId('schemaMode')}
        label={t('schemaMode')}
        isRequired
        columns={2}
        value={target.schemaMode ?? null}
        onChange={(mode) => chooseMode(mode === 'existing' ? 'existing' : 'build')}
        errorMessage={problemOf('schemaMode')}
        options={[
          { value: 'build', label: t('build'), description: t('buildHint') },
          { value: 'existing', label: t('existing'), description: t('existingHint') },
        ]}
      />
      {target.schemaMode === 'existing' && <SchemaPicker />}
      {target.schemaMode === 'build' && <SchemaBuilder form={form} />}
      {target.schemaMode && (
        <>
          <Section title={t('datasetTitle')} lead={t('datasetLead')} className="mt-8">
            <DatasetChoice form={form} />
          </Section>
          <ProfileChoice />
          <Section title={t('rawTitle')} lead={t('rawLead')} className="mt-8">
            <RawSchemaChoice form={form} names={names} takeFromDraft={takeFromDraft} />
          </Section>
        </>
      )}
    </StepFrame>
  )
}

function useProposals() {
  const { stamp } = useSetup()
  const { answers } = useDraft()
  return proposeNames(sourceNameOf(answers.source), answers.data?.table ?? '', stamp)
}

/** The raw columns are described as the workspace has it, until a person says otherwise. */
function useRawProposal({ rawClass, rawSchema }: ReturnType<typeof proposeNames>, takeFromDraft: () => void) {
  const { store } = useSetup()
  const mode = useRawSchemaMode()
  useEffect(() => {
    const { target } = store.getState().answers
    if (target?.rawSchema) return
    store.update('target', { ...target, rawSchema: proposeRawSchema(mode, { rawClass, rawSchema }) })
    takeFromDraft()
  }, [mode, rawClass, rawSchema, store, takeFromDraft])
}
