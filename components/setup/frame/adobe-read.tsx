'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'
import type { ReadError } from '@/components/query/read-error'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Skeleton } from '@/components/ui/skeleton'

/** What of a query is needed to show it; several queries may be shown as one. */
export type Reading<Data> = { data: Data | undefined; error: ReadError | null; isFetching: boolean; refetch: () => unknown }

type AdobeReadProps<Data> = {
  read: Reading<Data>
  /** What is being read, e.g. "Reading the tables of this account". */
  label: string
  rows?: number
  children: (data: Data) => ReactNode
}

const slowMs = 1_500

/**
 * A question to Adobe and its answer: while it takes long, what is asked and for how long, with a way to call it off; a
 * failure explained, with a way to ask again; the last good answer stays in sight while a newer one is fetched.
 */
export function AdobeRead<Data>({ read, label, rows = 4, children }: AdobeReadProps<Data>) {
  const t = useTranslations('setup.read')
  if (read.data !== undefined) {
    return (
      <>
        {read.error && <ErrorPanel className="mb-3" error={read.error.explained} actions={<Again read={read} />} />}
        {children(read.data)}
      </>
    )
  }
  if (read.error && !read.isFetching) return <ErrorPanel error={read.error.explained} actions={<Again read={read} />} />
  if (read.isFetching) return <Waiting label={label} rows={rows} />
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-md border border-dashed border-line-strong px-4 py-3 text-14">
      <span className="text-ink-quiet">{t('calledOff')}</span>
      <Again read={read} />
    </div>
  )
}

function Again<Data>({ read }: { read: Reading<Data> }) {
  const t = useTranslations('setup.read')
  return (
    <Button isPending={read.isFetching} onPress={() => read.refetch()}>
      {t('again')}
    </Button>
  )
}

function Waiting({ label, rows }: { label: string; rows: number }) {
  const t = useTranslations('setup.read')
  const client = useQueryClient()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const begun = Date.now()
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - begun) / 1000)), 500)
    return () => clearInterval(timer)
  }, [])
  return (
    <div>
      {seconds * 1000 > slowMs && (
        <div className="mb-2 flex flex-wrap items-center gap-3 text-13 text-ink-quiet">
          <span>{t('waiting', { label, seconds })}</span>
          <Button size="small" onPress={() => void client.cancelQueries({ queryKey: ['setup'] })}>
            {t('callOff')}
          </Button>
        </div>
      )}
      <Skeleton rows={rows} label={label} />
    </div>
  )
}
