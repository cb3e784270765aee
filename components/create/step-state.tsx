import { Check, CircleDashed, CircleSlash, CircleX, Link2, LoaderCircle, Pencil, Plus, Search, TriangleAlert, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import type { PlanMode } from '@/lib/provisioning/plan'
import type { GraphState } from './graph-step'

type Look = { text: string; icon: ReactNode }

const spinning = <LoaderCircle aria-hidden className="size-3.5 animate-spin motion-reduce:animate-none" />
const planned: Record<PlanMode, ReactNode> = {
  create: <Plus aria-hidden className="size-3.5" />,
  reuse: <Link2 aria-hidden className="size-3.5" />,
  'look-up': <Search aria-hidden className="size-3.5" />,
  change: <Pencil aria-hidden className="size-3.5" />,
}
const looks: Record<Exclude<GraphState, 'planned'>, Look> = {
  waiting: { text: 'text-ink-quiet', icon: <CircleDashed aria-hidden className="size-3.5" /> },
  running: { text: 'text-info', icon: spinning },
  done: { text: 'text-good', icon: <Check aria-hidden className="size-3.5" /> },
  reused: { text: 'text-ink-quiet', icon: <Link2 aria-hidden className="size-3.5" /> },
  failed: { text: 'text-bad', icon: <CircleX aria-hidden className="size-3.5" /> },
  'never-made': { text: 'text-ink-quiet', icon: <CircleDashed aria-hidden className="size-3.5" /> },
  removing: { text: 'text-info', icon: <Undo2 aria-hidden className="size-3.5" /> },
  removed: { text: 'text-ink-quiet', icon: <CircleSlash aria-hidden className="size-3.5" /> },
  kept: { text: 'text-ink-quiet', icon: <Link2 aria-hidden className="size-3.5" /> },
  'left-behind': { text: 'text-warn', icon: <TriangleAlert aria-hidden className="size-3.5" /> },
}

/** The message key of a state, within `create.states`; what is looked up is found and what is changed is there, not created. */
export function stateKey(state: GraphState, mode: PlanMode): string {
  if (state === 'planned') return `planned.${mode}`
  if ((mode === 'look-up' || mode === 'change') && (state === 'running' || state === 'done')) return `${state}-${mode}`
  return state
}

type StepStateProps = {
  state: GraphState
  mode: PlanMode
  /** How many calls it took so far; said while it takes more than one. */
  calls?: number | undefined
  /** Leaves the word to screen readers where something beside it says as much, e.g. the id that came. */
  isWordQuiet?: boolean
}

/** How a resource stands: a shape and a word. */
export function StepState({ state, mode, calls = 0, isWordQuiet = false }: StepStateProps) {
  const t = useTranslations('create.states')
  const look = state === 'planned' ? { text: mode === 'create' || mode === 'change' ? 'text-ink' : 'text-ink-quiet', icon: planned[mode] } : looks[state]
  return (
    <span className={cx('inline-flex shrink-0 items-center gap-1 text-12 font-medium whitespace-nowrap', look.text)}>
      {look.icon}
      <span className={cx(isWordQuiet && '@max-[11rem]/foot:sr-only')}>
        {t(stateKey(state, mode))}
        {state === 'running' && calls > 1 && t('calls', { count: calls })}
      </span>
    </span>
  )
}
