'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useMemo } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import type { DraftAnswers, TargetAnswers } from '@/lib/flows/draft-answers'
import { findProblems } from '@/lib/flows/step-problems'
import { useSetup } from '../draft/setup-provider'
import type { DraftStore } from '../draft/draft-store'

/** The texts of the target step; what is chosen rather than typed goes into the draft at once. */
export type TargetTexts = {
  schemaTitle: string
  schemaDescription: string
  datasetName: string
  datasetDescription: string
  rawClassTitle: string
  rawSchemaTitle: string
}

export type TargetForm = {
  form: UseFormReturn<TargetTexts>
  /** Shows what the draft has now, after a choice wrote texts into it. */
  takeFromDraft: () => void
}

const texts = z.object({
  schemaTitle: z.string().max(200, 'too-long'),
  schemaDescription: z.string().max(2000, 'too-long'),
  datasetName: z.string().max(200, 'too-long'),
  datasetDescription: z.string().max(2000, 'too-long'),
  rawClassTitle: z.string().max(200, 'too-long'),
  rawSchemaTitle: z.string().max(200, 'too-long'),
})

function textsOf({ target = {} }: DraftAnswers): TargetTexts {
  const raw = target.rawSchema?.mode === 'adhoc' ? target.rawSchema : undefined
  return {
    schemaTitle: target.schemaTitle ?? '',
    schemaDescription: target.schemaDescription ?? '',
    datasetName: target.datasetName ?? '',
    datasetDescription: target.datasetDescription ?? '',
    rawClassTitle: raw?.classTitle ?? '',
    rawSchemaTitle: raw?.schemaTitle ?? '',
  }
}

/** The draft's target with these texts; those of a part that is not shown stay as they are. */
function withTexts(target: TargetAnswers, typed: TargetTexts): TargetAnswers {
  const next: TargetAnswers = { ...target, datasetDescription: typed.datasetDescription, schemaDescription: typed.schemaDescription }
  if (target.schemaMode === 'build') next.schemaTitle = typed.schemaTitle
  if (target.schemaMode !== 'existing' || target.datasetMode !== 'existing') next.datasetName = typed.datasetName
  if (target.rawSchema?.mode === 'adhoc') {
    next.rawSchema = { mode: 'adhoc', classTitle: typed.rawClassTitle, schemaTitle: typed.rawSchemaTitle }
  }
  return next
}

/** Lengths by zod, and everything the whole draft asks of these texts by the very rules that open the next step. */
function schemaFor(store: DraftStore) {
  return texts.superRefine((typed, context) => {
    const { answers } = store.getState()
    for (const { step, field, code } of findProblems({ ...answers, target: withTexts(answers.target ?? {}, typed) })) {
      if (step === 'target' && field in typed) context.addIssue({ code: 'custom', path: [field], message: code })
    }
  })
}

/** The target step's form: validated on leaving a field, written into the draft as one types. */
export function useTargetForm(): TargetForm {
  const { store } = useSetup()
  const resolver = useMemo(() => zodResolver(schemaFor(store)), [store])
  const form = useForm<TargetTexts>({ mode: 'onTouched', resolver, defaultValues: textsOf(store.getState().answers) })

  useEffect(() => {
    const subscription = form.watch((typed, { name }) => {
      if (name === undefined) return
      const { target = {} } = store.getState().answers
      store.update('target', withTexts(target, { ...textsOf(store.getState().answers), ...typed }))
    })
    return () => subscription.unsubscribe()
  }, [form, store])

  return useMemo(() => ({ form, takeFromDraft: () => form.reset(textsOf(store.getState().answers)) }), [form, store])
}
