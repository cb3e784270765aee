'use client'

import { ListPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { SourceField } from '@/lib/mapping/mapping-document'
import type { XdmField } from '@/lib/xdm/field'
import { sourceTypeWord, typeWord } from './field-words'
import { usePalette } from './palette-context'
import { PathText } from './path-text'
import { TypeBadge } from './type-badge'

const shownAtFirst = 60

type FieldTableProps =
  | { side: 'source'; title: string; fields: readonly SourceField[] }
  | { side: 'target'; title: string; fields: readonly XdmField[] }

/** Fields that have no partner yet, each with the way to one. */
export function FieldTable({ side, title, fields }: FieldTableProps) {
  const t = useTranslations('mapper')
  const { openPalette } = usePalette()
  const [isWhole, setWhole] = useState(false)
  if (fields.length === 0) return null
  const shown = isWhole ? fields : fields.slice(0, shownAtFirst)
  return (
    <section aria-label={title}>
      <h2 className="text-14 font-semibold">{title} <span className="font-normal text-ink-quiet tabular-nums">{fields.length}</span></h2>
      <table className="mt-2 w-full border-collapse text-left text-13">
        <thead className="sr-only">
          <tr><th scope="col">{t('list.field')}</th><th scope="col">{t('list.action')}</th></tr>
        </thead>
        <tbody>
          {shown.map((field) => (
            <tr key={field.path} className="border-t border-line">
              {/* Takes what is left and no more: a long value is cut, the button beside it stays in sight. */}
              <th scope="row" className="w-full max-w-0 py-2 pr-2 font-normal">
                <PathText path={field.path} />
                <span className="mt-0.5 flex min-w-0 items-center gap-2">
                  <TypeBadge type={field.type} word={'required' in field ? typeWord(t, field) : sourceTypeWord(t, field.type)} />
                  {'required' in field
                    ? <span className="text-12 text-bad">{field.required ? t('flags.required') : t(`flags.${field.identity ?? 'identity'}`)}</span>
                    : <span className="min-w-0 truncate font-mono text-12 text-ink-quiet">{field.samples?.[0]}</span>}
                </span>
              </th>
              <td className="py-2 text-right">
                <Button
                  size="small" icon={<ListPlus aria-hidden />}
                  aria-label={`${side === 'source' ? t('list.mapTo') : t('list.mapFrom')} ${field.name}`}
                  onPress={() => openPalette({ side, path: field.path })}
                >
                  {side === 'source' ? t('list.mapTo') : t('list.mapFrom')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < fields.length && (
        <Button size="small" className="mt-2" onPress={() => setWhole(true)}>{t('list.showAll', { count: fields.length })}</Button>
      )}
    </section>
  )
}
