'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { CSSProperties, MouseEvent } from 'react'
import { cx } from '@/components/ui/cx'
import { IdText } from '@/components/ui/id-text'
import { isThere, type GraphStep } from './graph-step'
import { StepState } from './step-state'

type GraphNodeProps = {
  step: GraphStep
  href: string | undefined
  onFollow: () => void
  /** Its place in the graph, as CSS lengths; without effect in a narrow list. */
  at: { left: string; top: string; width: string; height: string }
  onLook: (isLookedAt: boolean) => void
}

const grounds: Partial<Record<GraphStep['state'], string>> = {
  running: 'border-info',
  failed: 'border-bad bg-bad-soft',
  'never-made': 'border-dashed border-line-strong bg-surface-0',
  removed: 'border-dashed border-line-strong bg-surface-0',
  'left-behind': 'border-warn bg-warn-soft',
}

/** The whole node is the link; what can be pressed inside it lies above. */
const linkStyle =
  'block rounded-sm after:absolute after:inset-0 after:rounded-md focus-visible:outline-none ' +
  'focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-accent'

/** One resource: what it is, its name, how it stands, and its id as soon as there is one. */
export function GraphNode({ step, href, onFollow, at, onLook }: GraphNodeProps) {
  const t = useTranslations('create')
  const place = { '--x': at.left, '--y': at.top, '--w': at.width, '--h': at.height } as CSSProperties
  const kind = t(`kinds.${step.kind}`)
  const isOurs = step.mode === 'create' || step.mode === 'change'
  const name = (
    <span className={cx('block truncate', step.state === 'removed' && 'text-ink-quiet line-through', step.mode === 'look-up' && 'font-mono text-12 leading-5 font-normal')}>
      {step.name}
    </span>
  )
  // The page stays; where the link leads takes the focus too, which the browser's own jump would not give it.
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onFollow()
  }
  return (
    <div
      style={place}
      onPointerEnter={() => onLook(true)}
      onPointerLeave={() => onLook(false)}
      onFocus={() => onLook(true)}
      onBlur={() => onLook(false)}
      className={cx(
        'group/node relative flex min-w-0 flex-col justify-between gap-0.5 rounded-md border bg-surface-1 px-2.5 py-1.5 transition-colors',
        '@min-[44rem]:absolute @min-[44rem]:top-(--y) @min-[44rem]:left-(--x) @min-[44rem]:h-(--h) @min-[44rem]:w-(--w)',
        isOurs ? 'border-line-strong' : 'border-dashed border-line-strong bg-surface-0',
        grounds[step.state],
        // In a list there are no curves: the edge of what is there shows how far the stream has come.
        isThere(step.state) && '@max-[44rem]:border-l-2 @max-[44rem]:border-l-accent',
        href && 'hover:bg-surface-2',
      )}
    >
      <p className="truncate text-12 text-ink-quiet">{kind}</p>
      <p title={step.name} className="min-w-0 text-13 font-medium">
        <span className="sr-only">{kind}: </span>
        {href ? (
          <a href={href} onClick={follow} className={linkStyle}>
            {name}
          </a>
        ) : (
          name
        )}
      </p>
      <div className="@container/foot flex h-7 min-w-0 items-center justify-between gap-1">
        <StepState state={step.state} mode={step.mode} calls={step.attempts} isWordQuiet={step.adobeId !== undefined} />
        {step.adobeId !== undefined && (
          <span className="relative z-10 min-w-0 animate-[float-in_150ms_var(--ease-out)]">
            <IdText value={step.adobeId} copyLabel={t('copyId', { kind })} />
          </span>
        )}
      </div>
      <NeedsText step={step} />
    </div>
  )
}

/** What the curves say, in words: seen where there are no curves. */
function NeedsText({ step }: { step: GraphStep }) {
  const t = useTranslations('create')
  const format = useFormatter()
  if (step.needs.length === 0) return null
  const kinds = format.list(step.needs.map((need) => t(`kinds.${need}`)))
  return <p className="text-12 text-ink-quiet @min-[44rem]:sr-only">{t('after', { kinds })}</p>
}
