import { NextIntlClientProvider } from 'next-intl'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import '@/app/globals.css'
import { MappingStudio } from '@/components/mapper/mapping-studio'
import { createSuggestHelper, startSuggestWorker } from '@/components/mapper/suggest/suggest-helper'
import { LiveRegion } from '@/components/ui/live-region'
import common from '@/lib/i18n/messages/en/common.json'
import mapper from '@/lib/i18n/messages/en/mapper.json'
import { emptyMapping } from '@/lib/mapping/mapping-document'
import type { BenchLists } from '../make-lists'
import { runContender } from './run-contender'

/** The studio as the wizard shows it. */
function Studio({ lists }: { lists: BenchLists }) {
  const [document, setDocument] = useState(lists.document)
  return (
    <NextIntlClientProvider locale="en" messages={{ mapper, common }} timeZone="UTC">
      <I18nProvider locale="en">
        <div className="h-dvh p-3">
          <MappingStudio sources={lists.sources} targets={lists.targets} document={document} onChange={setDocument} />
        </div>
        <LiveRegion />
      </I18nProvider>
    </NextIntlClientProvider>
  )
}

await runContender({
  prepare: (lists) => (root) => createRoot(root).render(<Studio lists={lists} />),
  rows: (side) => `[data-side="${side}"] [role="row"]`,
  // The links are drawn and the checks have found what is wrong with them.
  isComplete: () => document.querySelector('g[data-key], button[data-key]') !== null && /[1-9]/.test(document.querySelector('fieldset button:last-of-type')?.textContent ?? ''),
  suggest: async (lists) => {
    const helper = createSuggestHelper(startSuggestWorker)
    await helper.ask(lists, { about: 'column', path: lists.sources[0]?.path ?? '', document: emptyMapping })
    return () => helper.ask(lists, { about: 'everything', document: emptyMapping })
  },
})
