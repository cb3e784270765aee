'use client'

import { Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { SelectField } from '@/components/ui/select-field'
import { TextAreaField } from '@/components/ui/text-area-field'
import { readMapping, type ReadMapping } from '@/lib/mapping/exchange/read-mapping'
import type { MappingDocument } from '@/lib/mapping/mapping-document'
import { useMapperState } from '../mapper-context'
import { Comparison } from './comparison'

/** Files larger than this are no mapping: 4,096 characters a link, and nobody maps thousands by hand. */
const fileSizeMax = 5_000_000

/** Another mapping, from a file, as text, or from another flow: compared with the one at hand, taken over as one wishes. */
export function ImportDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('mapper')
  return (
    <Dialog title={t('exchange.title')} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} size="large">
      {isOpen && <Import onClose={onClose} />}
    </Dialog>
  )
}

type Found = { name: string; read: ReadMapping }

function Import({ onClose }: { onClose: () => void }) {
  const t = useTranslations('mapper')
  const others = useMapperState((state) => state.otherMappings)
  const [found, setFound] = useState<Found>()
  const [text, setText] = useState('')
  const [isTooLarge, setTooLarge] = useState(false)

  async function readFile(file: File | undefined): Promise<void> {
    if (!file) return
    setTooLarge(file.size > fileSizeMax)
    if (file.size <= fileSizeMax) setFound({ name: file.name, read: readMapping(await file.text()) })
  }
  const take = (name: string, document: MappingDocument) => setFound({ name, read: { ok: true, document, skipped: 0 } })

  if (found?.read.ok) return <Comparison name={found.name} theirs={found.read.document} skipped={found.read.skipped} onBack={() => setFound(undefined)} onDone={onClose} />
  return (
    <div className="flex flex-col gap-5">
      <p className="measure text-13 text-ink-quiet">{t('exchange.lead')}</p>
      {isTooLarge && <Callout tone="bad" role="alert">{t('exchange.errors.tooLarge')}</Callout>}
      {found && !found.read.ok && <Callout tone="bad" role="alert" title={t('exchange.notRead', { name: found.name })}>{t(`exchange.errors.${found.read.code}`)}</Callout>}
      <div>
        <FileTrigger acceptedFileTypes={['.json', '.csv', '.tsv', '.txt']} onSelect={(files) => void readFile(files?.[0])}>
          <Button icon={<Upload aria-hidden />}>{t('exchange.chooseFile')}</Button>
        </FileTrigger>
      </div>
      {others.length > 0 && (
        <SelectField
          label={t('exchange.otherFlow')} placeholder={t('exchange.chooseFlow')} value={null}
          options={others.map(({ id, name, document }) => ({ value: id, label: name, description: t('exchange.linksCount', { count: document.rows.length }) }))}
          onChange={(id) => {
            const other = others.find((one) => one.id === id)
            if (other) take(other.name, other.document)
          }}
        />
      )}
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          setFound({ name: t('exchange.pasted'), read: readMapping(text) })
        }}
      >
        <TextAreaField label={t('exchange.paste')} description={t('exchange.pasteHint')} value={text} onChange={setText} isMono rows={4} />
        <div><Button type="submit" isDisabled={text.trim() === ''}>{t('exchange.read')}</Button></div>
      </form>
    </div>
  )
}
