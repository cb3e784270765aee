'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { SearchField } from '@/components/ui/search-field'
import { functions, operators, type FunctionDoc } from '@/lib/expression/expression'
import { functionSentence, operatorSentence } from './function-words'

type FunctionListProps = { onInsert: (text: string, cursorBack: number) => void }

/** Every function and operator with what it does; pressing one writes it where the cursor is. */
export function FunctionList({ onInsert }: FunctionListProps) {
  const t = useTranslations('mapper')
  const f = useTranslations('functions')
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query).trim().toLowerCase()
  const found = useMemo(() => {
    const has = (doc: FunctionDoc) => [doc.name, functionSentence(f, doc), t(`expression.groups.${doc.group}`)]
      .some((text) => text.toLowerCase().includes(asked))
    return functions.filter((doc) => asked === '' || has(doc))
  }, [asked, t, f])
  const signs = operators.filter((one) =>
    asked === '' || `${one.symbol} ${one.word ?? ''} ${one.example} ${operatorSentence(f, one)}`.toLowerCase().includes(asked))
  return (
    <section aria-label={t('expression.functions')} className="flex flex-col gap-2">
      <SearchField label={t('expression.searchFunctions')} value={query} onChange={setQuery} />
      <ul className="relative h-52 divide-y divide-line overflow-y-auto rounded-md border border-line">
        {found.map((doc) => (
          <li key={`${doc.name}${doc.isMethod}`} className="flex items-start gap-2 px-2 py-1.5">
            <span className="min-w-0 flex-1">
              <span className="block font-mono text-12 wrap-anywhere">{doc.signature}</span>
              <span className="block text-12 text-ink-quiet">{functionSentence(f, doc)}</span>
              {doc.availability !== 'everywhere' && (
                <span className="block text-12 text-warn">{t(`expression.availability.${doc.availability}`)}</span>
              )}
            </span>
            <Button
              size="small" variant="quiet" aria-label={t('expression.insertName', { name: doc.name })}
              onPress={() => onInsert(doc.isMethod ? `.${doc.name}()` : `${doc.name}()`, doc.parameters.length > (doc.isMethod ? 1 : 0) ? 1 : 0)}
            >
              {t('expression.insert')}
            </Button>
          </li>
        ))}
        {signs.map(({ key, word, example }) => (
          <li key={key} className="px-2 py-1.5">
            <span className="block font-mono text-12">{example}{word && <span className="text-ink-quiet"> · {word}</span>}</span>
            <span className="block text-12 text-ink-quiet">{operatorSentence(f, { key })}</span>
          </li>
        ))}
        {found.length + signs.length === 0 && <li className="px-2 py-4 text-13 text-ink-quiet">{t('palette.nothing', { query: asked })}</li>}
      </ul>
    </section>
  )
}
