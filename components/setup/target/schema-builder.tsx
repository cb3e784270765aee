'use client'

import { useTranslations } from 'next-intl'
import { useRead } from '@/components/query/use-read'
import { RadioCards } from '@/components/ui/radio-cards'
import { Section } from '@/components/ui/section'
import { StateBadge } from '@/components/ui/state-badge'
import { findSource } from '@/lib/sources/catalogue'
import { objectHintFor } from '@/lib/sources/object-hint'
import { useDraft, useSetup } from '../draft/setup-provider'
import { AdobeRead } from '../frame/adobe-read'
import { useProblemOf } from '../frame/step-attempt'
import { fieldId } from '../frame/step-frame'
import { setupReads } from '../setup-reads'
import type { ClassView } from '../setup-views'
import { EventNeeds } from './event-needs'
import { FieldGroupChoice } from './field-group-choice'
import { FieldTree } from './field-tree'
import { IdentityChoice } from './identity-choice'
import { MoreClasses } from './more-classes'
import { OwnFields } from './own-fields'
import { TargetText } from './target-text'
import { useTargetTree } from './use-target-tree'
import type { TargetForm } from './use-target-form'

/** How many classes are shown before "all classes" is asked for. */
const shortList = 4

/** A schema to be made: class, field groups, title; its fields are shown as they will be. */
export function SchemaBuilder({ form }: { form: TargetForm['form'] }) {
  const t = useTranslations('setup.target')
  const { store } = useSetup()
  const { answers } = useDraft()
  const problemOf = useProblemOf('target')
  const { workspaceId = '', sourceKey = '' } = answers.source ?? {}
  const { target = {} } = answers
  const hint = objectHintFor(findSource(sourceKey), answers.data?.table)
  const classes = useRead<ClassView[]>(['setup', 'classes', workspaceId], setupReads.classes(workspaceId), { staleTime: 600_000 })
  const tree = useTargetTree()

  function chooseClass(classId: string) {
    if (classId === target.classId) return
    // Field groups stay chosen: those that do not extend the new class are named there, to be taken out by the person.
    store.update('target', { ...store.getState().answers.target, classId })
  }

  return (
    <>
      <Section title={t('classTitle')} lead={t('classLead')} className="mt-8">
        <AdobeRead read={classes} label={t('readingClasses')} rows={3}>
          {(list) => {
            const ranked = rank(list, hint?.classId, target.classId)
            return (
              <>
                <RadioCards
                  id={fieldId('classId')}
                  label={t('classTitle')}
                  isLabelHidden
                  isRequired
                  columns={2}
                  value={target.classId ?? null}
                  onChange={chooseClass}
                  errorMessage={problemOf('classId')}
                  options={ranked.slice(0, shortList).map(({ id, title, description, behaviour }) => ({
                    value: id,
                    label: title,
                    description: (
                      <>
                        {t(`behaviour.${behaviour}`)}
                        {description && <span className="mt-0.5 line-clamp-2">{description}</span>}
                      </>
                    ),
                    ...(id === hint?.classId ? { aside: <StateBadge tone="good">{t('suggested')}</StateBadge> } : {}),
                  }))}
                />
                <MoreClasses classes={ranked.slice(shortList)} onChoose={chooseClass} />
                {list.some(({ id, behaviour }) => id === target.classId && behaviour === 'event') && <EventNeeds hint={hint?.classId === target.classId ? hint : undefined} />}
              </>
            )
          }}
        </AdobeRead>
      </Section>
      {target.classId && (
        <Section title={t('groupsTitle')} lead={t('groupsLead')} className="mt-8">
          <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
            <FieldGroupChoice classId={target.classId} suggested={hint?.classId === target.classId ? hint.fieldGroupIds : []} />
            <div className="min-w-0">
              <h3 className="mb-2 text-13 font-semibold">{t('fieldsAsTheyWillBe')}</h3>
              <AdobeRead read={tree} label={t('readingFields')} rows={8}>
                {(fields) => <FieldTree fields={fields} label={t('fieldsAsTheyWillBe')} />}
              </AdobeRead>
            </div>
          </div>
        </Section>
      )}
      {target.classId && tree.data && <OwnFields classId={target.classId} targets={tree.data} />}
      <Section title={t('schemaNameTitle')} className="mt-8">
        <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
          <TargetText form={form} name="schemaTitle" label={t('schemaTitle')} description={t('schemaTitleHint')} isRequired />
          <TargetText form={form} name="schemaDescription" label={t('schemaDescription')} />
        </div>
      </Section>
      {target.classId && tree.data && <IdentityChoice fields={tree.data} suggested={hint?.classId === target.classId ? hint.identity : undefined} />}
    </>
  )
}

const usual = ['context/experienceevent', 'context/profile', 'classes/product']

/** The advised class first, then the usual ones and those of one's own; the chosen one is always among the first. */
function rank(list: readonly ClassView[], advised: string | undefined, chosen: string | undefined): ClassView[] {
  const score = ({ id, isOwn }: ClassView) =>
    Number(id === advised) * 8 + Number(usual.some((path) => id.endsWith(path))) * 4 + Number(isOwn) * 2
  const ranked = [...list].sort((a, b) => score(b) - score(a) || a.title.localeCompare(b.title))
  const at = ranked.findIndex(({ id }) => id === chosen)
  const [own] = at >= shortList ? ranked.splice(at, 1) : []
  return own ? [...ranked.slice(0, shortList - 1), own, ...ranked.slice(shortList - 1)] : ranked
}
