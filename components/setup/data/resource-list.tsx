'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { RadioCards } from '@/components/ui/radio-cards'
import { TextField } from '@/components/ui/text-field'
import { fieldId } from '../frame/step-frame'

type ResourceListProps = {
  /** Those the catalogue knows; Adobe lists none. */
  resources: readonly string[]
  value: string | undefined
  onChange: (path: string) => void
  errorMessage: string | undefined
}

/** The known resources of a REST source, and a field for any other. */
export function ResourceList({ resources, value, onChange, errorMessage }: ResourceListProps) {
  const t = useTranslations('setup.data')
  const isOwn = value !== undefined && !resources.includes(value)
  const [typed, setTyped] = useState(isOwn ? value : '')
  const path = typed.trim().replace(/^\/+/, '')
  return (
    <div className="flex flex-col gap-4">
      {resources.length > 0 && (
        <RadioCards
          id={fieldId('table')}
          label={t('resources')}
          isLabelHidden
          isRequired
          value={isOwn ? null : (value ?? null)}
          onChange={onChange}
          errorMessage={errorMessage}
          options={resources.map((resource) => ({ value: resource, label: <code className="text-13 break-all">{resource}</code> }))}
        />
      )}
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (path) onChange(path)
        }}
      >
        <TextField
          {...(resources.length === 0 ? { id: fieldId('table') } : {})}
          label={t(resources.length > 0 ? 'otherResource' : 'resourcePath')}
          description={t('resourcePathHint')}
          isMono
          value={typed}
          onChange={setTyped}
          errorMessage={resources.length === 0 ? errorMessage : undefined}
          autoComplete="off"
        />
        <Button type="submit" className="self-start">
          {t('readResource')}
        </Button>
      </form>
    </div>
  )
}
