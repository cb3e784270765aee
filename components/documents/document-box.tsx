'use client'

import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { TextAreaField } from '@/components/ui/text-area-field'

type DocumentBoxProps = {
  value: string
  onChange: (text: string) => void
  /** Given more than one at once. */
  onSeveral: (files: { name: string; text: string }[]) => void
  maxBytes: number
}

const types = ['application/json', '.json']

/** Takes a document: dropped, chosen as a file, or pasted as text. */
export function DocumentBox({ value, onChange, onSeveral, maxBytes }: DocumentBoxProps) {
  const t = useTranslations('documents.import')
  const [problem, setProblem] = useState<string>()

  async function take(files: readonly File[]) {
    // A film dropped by mistake is not read into memory.
    const big = files.find(({ size }) => size > maxBytes)
    if (big) return setProblem(t('tooBig', { file: big.name, limit: maxBytes / 1_000_000 }))
    setProblem(undefined)
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })))
    const [only] = read
    if (only && read.length === 1) onChange(only.text)
    else if (read.length > 1) onSeveral(read)
  }

  return (
    <DropZone
      aria-label={t('dropLabel')}
      getDropOperation={() => 'copy'}
      onDrop={(event) => {
        const [item] = event.items
        if (item?.kind === 'file') void Promise.all(event.items.flatMap((one) => (one.kind === 'file' ? [one.getFile()] : []))).then(take)
        else if (item?.kind === 'text') void item.getText([...item.types][0] ?? 'text/plain').then(onChange)
      }}
      className={({ isDropTarget }) =>
        cx('flex flex-col gap-3 rounded-md border border-dashed p-4', isDropTarget ? 'border-accent bg-accent-soft' : 'border-line-strong')}
    >
      <div className="flex flex-wrap items-center gap-3">
        <FileTrigger acceptedFileTypes={types} allowsMultiple onSelect={(files) => void take([...(files ?? [])])}>
          <Button icon={<FileUp aria-hidden />}>{t('chooseFile')}</Button>
        </FileTrigger>
        <span className="text-13 text-ink-quiet">{t('orDrop')}</span>
      </div>
      <TextAreaField label={t('text')} value={value} onChange={onChange} rows={value ? 8 : 5} isMono errorMessage={problem} />
    </DropZone>
  )
}
