'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'

type JsonViewProps = {
  value: unknown
  /** Texts that stand for something not known yet; marked wherever they occur in a value. */
  marks: readonly string[]
}

/** JSON to be read: keys strong, everything else quiet; what is short stays on a line, what is long folds. */
export function JsonView({ value, marks }: JsonViewProps) {
  return (
    <div className="w-fit min-w-full font-mono text-12 leading-5 text-ink-quiet">
      <JsonNode value={value} marks={marks} depth={0} />
    </div>
  )
}

type JsonNodeProps = JsonViewProps & { name?: string; depth: number; isLast?: boolean }

const longestLine = 68
const mostOpen = 24

function JsonNode({ value, marks, name, depth, isLast = true }: JsonNodeProps) {
  const t = useTranslations('create.calls')
  const head = name === undefined ? null : <JsonKey name={name} />
  const tail = isLast ? '' : ','
  if (typeof value !== 'object' || value === null || isShort(value, depth)) {
    return (
      <div className="pl-4 whitespace-pre">
        {head}
        <Inline value={value} marks={marks} />
        {tail}
      </div>
    )
  }
  const isList = Array.isArray(value)
  const entries = Object.entries(value)
  const [opening, closing] = isList ? '[]' : '{}'
  return (
    <details open={depth === 0 || countLines(value) <= mostOpen}>
      <summary className="flex w-fit min-w-24 list-none items-center rounded-sm whitespace-pre hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="mr-0.5 size-3.5! [details[open]>summary>&]:rotate-90" />
        {head}
        {opening}
        <span className="[details[open]>summary>&]:hidden">
          {' '}
          {t(isList ? 'folded.list' : 'folded.object', { count: entries.length })} {closing}
          {tail}
        </span>
      </summary>
      <div className="pl-4">
        {entries.map(([key, inner], index) => (
          <JsonNode
            key={key}
            value={inner}
            marks={marks}
            depth={depth + 1}
            isLast={index === entries.length - 1}
            {...(isList ? {} : { name: key })}
          />
        ))}
      </div>
      <div className="pl-4">
        {closing}
        {tail}
      </div>
    </details>
  )
}

function JsonKey({ name }: { name: string }) {
  return (
    <>
      <span className="text-ink">{JSON.stringify(name)}</span>
      {': '}
    </>
  )
}

/** A value on one line. */
function Inline({ value, marks }: JsonViewProps): ReactNode {
  if (typeof value === 'string') return <Marked text={JSON.stringify(value)} marks={marks} />
  if (typeof value !== 'object' || value === null) return <span className={cx(value === null && 'italic')}>{String(value)}</span>
  const entries = Object.entries(value)
  const isList = Array.isArray(value)
  if (entries.length === 0) return isList ? '[]' : '{}'
  return (
    <>
      {isList ? '[' : '{ '}
      {entries.map(([key, inner], index) => (
        <span key={key}>
          {index > 0 && ', '}
          {!isList && <JsonKey name={key} />}
          <Inline value={inner} marks={marks} />
        </span>
      ))}
      {isList ? ']' : ' }'}
    </>
  )
}

/** The text with every mark in it set apart, as something that is filled in later. */
export function Marked({ text, marks }: { text: string; marks: readonly string[] }) {
  const found = marks.filter((mark) => text.includes(mark))
  if (found.length === 0) return text
  const pattern = new RegExp(`(${found.map((mark) => mark.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|')})`)
  return text.split(pattern).map((part, index) =>
    found.includes(part) ? (
      <mark key={index} className="rounded-sm bg-info-soft px-0.5 text-info">
        {part}
      </mark>
    ) : (
      part
    ),
  )
}

const isShort = (value: object, depth: number) => depth > 0 && JSON.stringify(value).length <= longestLine

function countLines(value: unknown): number {
  if (typeof value !== 'object' || value === null || isShort(value, 1)) return 1
  return 2 + Object.values(value).reduce<number>((sum, inner) => sum + countLines(inner), 0)
}
