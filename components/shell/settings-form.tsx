'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { ComboBoxField } from '@/components/ui/combo-box-field'
import { ErrorPanel } from '@/components/ui/error-panel'
import { announce } from '@/components/ui/live-region'
import { RadioCards } from '@/components/ui/radio-cards'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { ExplainedError } from '@/lib/explained-error'
import { locales } from '@/lib/i18n/locales'
import { languageNames } from './language-names'
import { themes, type Theme } from './theme'
import { useTheme } from './use-theme'

export type SettingsFormProps = {
  theme: Theme
  /** The chosen zone; null follows the device. */
  timeZone: string | null
  timeZones: readonly string[]
  saveLocale: (input: { locale: string }) => Promise<ActionAnswer<null>>
  saveTimeZone: (input: { timeZone: string | null }) => Promise<ActionAnswer<null>>
}

const device = 'device'

/** How the app speaks and looks to this person. Each choice holds at once; there is nothing to save. */
export function SettingsForm(props: SettingsFormProps) {
  const t = useTranslations('shell')
  const locale = useLocale()
  const zoneInUse = useTimeZone() ?? 'UTC'
  const router = useRouter()
  const [theme, chooseTheme] = useTheme(props.theme)
  const [zone, setZone] = useState(props.timeZone ?? device)
  const [error, setError] = useState<ExplainedError>()
  const [, startTransition] = useTransition()

  function keep(save: () => Promise<ActionAnswer<null>>) {
    startTransition(async () => {
      const answer = await save()
      setError(answer.ok ? undefined : answer.error)
      if (!answer.ok) return
      router.refresh()
      announce(t('settings.saved'))
    })
  }

  return (
    <div className="flex max-w-xl flex-col gap-6">
      {error && <ErrorPanel error={error} />}
      <RadioCards
        label={t('language.label')}
        columns={2}
        value={locale}
        options={locales.map((each) => ({ value: each, label: languageNames[each] }))}
        onChange={(next) => keep(() => props.saveLocale({ locale: next }))}
      />
      <RadioCards
        label={t('theme.label')}
        columns={3}
        value={theme}
        options={themes.map((each) => ({ value: each, label: t(`theme.${each}`) }))}
        onChange={(next) => chooseTheme(themes.find((each) => each === next) ?? 'system')}
      />
      <ComboBoxField
        label={t('timeZone.label')}
        description={t('timeZone.inUse', { zone: zoneInUse })}
        value={zone}
        options={[
          { value: device, label: t('timeZone.device') },
          ...['UTC', ...props.timeZones.filter((each) => each !== 'UTC')].map((each) => ({ value: each, label: each })),
        ]}
        onChange={(next) => {
          if (next === null) return
          setZone(next)
          keep(() => props.saveTimeZone({ timeZone: next === device ? null : next }))
        }}
      />
    </div>
  )
}
