'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { cx } from '@/components/ui/cx'
import type { StripItem } from '@/lib/monitoring/flow-views'
import { paths } from '@/lib/paths'
import { barHeights, barKind, barStyles, type BarKind } from './bar-look'
import { useRunSentence } from './use-run-sentence'

const legend: readonly BarKind[] = ['good', 'loss', 'failed', 'running']

/**
 * One bar a run, oldest at the left: height by rows, state by colour and pattern, gaps where a due run did not come.
 * One stop for the keyboard: arrows move, Enter opens.
 */
export function RunsStrip({ flowId, items }: { flowId: string; items: readonly StripItem[] }) {
  const t = useTranslations('runs.strip')
  const say = useRunSentence()
  const router = useRouter()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<string>()
  const runs = items.flatMap((item) => (item.kind === 'run' ? [item.run] : []))
  const heights = new Map(barHeights(runs).map((height, index) => [runs[index]?.id, height]))
  const newest = runs.at(-1)
  const active = runs.find((run) => run.id === chosen) ?? newest

  useEffect(() => {
    // The newest runs are at the right end, and they are what one comes to see.
    if (box.current) box.current.scrollLeft = box.current.scrollWidth
  }, [newest?.id])

  function move(event: KeyboardEvent) {
    const at = runs.findIndex((run) => run.id === active?.id)
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: runs.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      const next = runs[Math.max(0, Math.min(runs.length - 1, to))]
      setChosen(next?.id)
      document.getElementById(`${id}-${next?.id}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    } else if ((event.key === 'Enter' || event.key === ' ') && active) {
      event.preventDefault()
      router.push(paths.flowRun(flowId, active.id))
    }
  }

  if (!active) return null
  return (
    <div>
      <div
        ref={box}
        role="listbox"
        tabIndex={0}
        aria-label={t('label')}
        aria-orientation="horizontal"
        aria-activedescendant={`${id}-${active.id}`}
        onKeyDown={move}
        className="group flex h-24 items-end gap-0.5 overflow-x-auto overflow-y-hidden rounded-md border border-line bg-surface-1 px-2 pt-3 pb-0"
      >
        {items.map((item) =>
          item.kind === 'gap' ? (
            <Gap key={item.dueAt} missed={item.missed} dueAt={item.dueAt} />
          ) : (
            // The listbox has the focus and the keys; this is the pointer's way to the same.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={item.run.id}
              id={`${id}-${item.run.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={item.run.id === active.id}
              aria-label={say(item.run)}
              title={say(item.run)}
              onClick={() => router.push(paths.flowRun(flowId, item.run.id))}
              onMouseEnter={() => setChosen(item.run.id)}
              className={cx(
                'flex h-full min-w-1.5 max-w-4 flex-1 cursor-pointer flex-col justify-end border-b-2 border-transparent pb-1.5',
                item.run.id === active.id && 'border-accent group-focus-visible:bg-surface-2',
              )}
            >
              <span aria-hidden style={{ height: `${heights.get(item.run.id) ?? 12}%` }} className={cx('block rounded-[2px]', barStyles[barKind(item.run)])} />
            </div>
          ),
        )}
      </div>
      <div className="mt-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-12 text-ink-quiet">
        <p className="text-13 text-ink">{say(active)}</p>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {legend.map((kind) => (
            <li key={kind} className="flex items-center gap-1.5">
              <span aria-hidden className={cx('inline-block size-2.5 rounded-[2px]', barStyles[kind])} />
              {t(`legend.${kind}`)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Gap({ missed, dueAt }: { missed: number; dueAt: string }) {
  const t = useTranslations('runs.strip')
  const format = useFormatter()
  const words = t('gap', { missed, since: format.dateTime(new Date(dueAt), { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }) })
  return (
    <span role="presentation" title={words} className="mb-1.5 flex h-6 shrink-0 items-end border-b-2 border-dotted border-warn px-1 text-12 text-warn">
      <span aria-hidden>{missed}</span>
    </span>
  )
}
