'use client'

import { useTranslations } from 'next-intl'
import { ComboBoxField } from '@/components/ui/combo-box-field'
import type { ClassView } from '../setup-views'

/** All the other classes, found by typing. */
export function MoreClasses({ classes, onChoose }: { classes: readonly ClassView[]; onChoose: (classId: string) => void }) {
  const t = useTranslations('setup.target')
  if (classes.length === 0) return null
  return (
    <ComboBoxField
      // A chosen class moves up among the cards, and the field is empty again.
      key={classes.map(({ id }) => id).join(' ')}
      className="mt-3 max-w-md"
      label={t('otherClass')}
      description={t('otherClassHint', { count: classes.length })}
      options={classes.map(({ id, title, behaviour, isOwn }) => ({
        value: id,
        label: title,
        description: [t(`behaviour.${behaviour}`), isOwn ? t('own') : undefined].filter(Boolean).join(' · '),
      }))}
      onChange={(id) => {
        if (id !== null) onChoose(id)
      }}
    />
  )
}
