'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'

export type BrokenPageProps = { error: Error & { digest?: string }; reset: () => void }

/** A page that could not be drawn: the digest is the reference under which the server logged why. */
export function BrokenPage({ error, reset }: BrokenPageProps) {
  const t = useTranslations('shell')
  return (
    <div className="page">
      <h1 className="mb-4 text-20 font-semibold">{t('broken.title')}</h1>
      <ErrorPanel
        error={{ code: 'page-broken', retryable: true, ...(error.digest ? { values: { reference: error.digest } } : {}) }}
        actions={<Button onPress={reset}>{t('broken.action')}</Button>}
      />
    </div>
  )
}
