'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import { checkValue } from '@/lib/mapping/check-value'
import { readDate } from '@/lib/mapping/read-date'
import { typeWord } from './field-words'
import { useMapperState } from './mapper-context'

type ConstantFormProps = { targetPath: string; value: string; onWrite: (value: string) => void }

/** One value for every row, checked against the field's type and limits as it is typed. */
export function ConstantForm({ targetPath, value: first, onWrite }: ConstantFormProps) {
  const t = useTranslations('mapper')
  const field = useMapperState((state) => state.targetIndex.get(targetPath))
  const [value, setValue] = useState(first)
  const [isTried, setTried] = useState(false)
  const reason = value === '' ? 'empty' : field && checkValue(value, field, readDate)
  const isShown = reason !== undefined && (isTried || value !== '')

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (!reason) onWrite(value)
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        label={t('constant.label')}
        description={field && t('constant.description', { type: typeWord(t, field) })}
        value={value}
        onChange={setValue}
        isMono
        autoComplete="off"
        errorMessage={isShown ? t(`values.${reason}`) : undefined}
      />
      {field?.enum && (
        <fieldset aria-label={t('constant.allowed')} className="flex flex-wrap gap-1.5">
          {field.enum.slice(0, 24).map((allowed) => (
            <Button key={allowed} size="small" onPress={() => setValue(allowed)} className="font-mono">{allowed}</Button>
          ))}
        </fieldset>
      )}
      {(first === '' || value !== first) && <div><Button type="submit" variant="primary">{t('constant.write')}</Button></div>}
    </form>
  )
}
