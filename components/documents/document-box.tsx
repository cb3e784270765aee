'use client'

import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { TextAreaField } from '@/components/ui/text-area-field'

type DocumentBoxProps = { value: string; onChange: (text: string) => void; maxBytes: number }

const types = ['application/json', '.json']

/** Takes a document: dropped, chosen as a file, or pasted as text. */
export function DocumentBox({ value, onChange, maxBytes }: DocumentBoxProps) {
  const t = useTranslations('documents.import')
  const [problem, setProblem] = useState<string>()

  async function take(file: File) {
    // A film dropped by mistake is not read into memory.
    if (file.size > maxBytes) return setProblem(t('tooBig', { file: file.name, limit: maxBytes / 1_000_000 }))
    setProblem(undefined)
    onChange(await file.text())
  }

  return (
    <DropZone
      aria-label={t('dropLabel')}
      getDropOperation={() => 'copy'}
      onDrop={(event) => {
        const [item] = event.items
        if (item?.kind === 'file') void item.getFile().then(take)
        else if (item?.kind === 'text') void item.getText([...item.types][0] ?? 'text/plain').then(onChange)
      }}
      className={({ isDropTarget }) =>
        cx('flex flex-col gap-3 rounded-md border border-dashed p-4', isDropTarget ? 'border-accent bg-accent-soft' : 'border-line-strong')}
    >
      <div className="flex flex-wrap items-center gap-3">
        <FileTrigger acceptedFileTypes={types} onSelect={(files) => files?.[0] && void take(files[0])}>
          <Button icon={<FileUp aria-hidden />}>{t('chooseFile')}</Button>
        </FileTrigger>
        <span className="text-13 text-ink-quiet">{t('orDrop')}</span>
      </div>
      <TextAreaField label={t('text')} value={value} onChange={onChange} rows={value ? 8 : 5} isMono errorMessage={problem} />
    </DropZone>
  )
}
