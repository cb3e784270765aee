'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import type { MappingTemplate } from '@/lib/mapping/mapping-template'
import { Comparison } from './comparison'
import { SaveTemplateForm } from './save-template-form'
import { TemplateItem } from './template-item'
import type { TemplateShelf } from './template-shelf'

type TemplatesDialogProps = { shelf: TemplateShelf; isOpen: boolean; onClose: () => void }

/** The named mappings of this source: keep this one among them, or use one here. */
export function TemplatesDialog({ shelf, isOpen, onClose }: TemplatesDialogProps) {
  const t = useTranslations('mapper.templates')
  return (
    <Dialog title={t('title')} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} size="large">
      {isOpen && <Templates shelf={shelf} onClose={onClose} />}
    </Dialog>
  )
}

function Templates({ shelf, onClose }: Omit<TemplatesDialogProps, 'isOpen'>) {
  const t = useTranslations('mapper.templates')
  const [used, setUsed] = useState<MappingTemplate>()
  if (used) return <Comparison name={used.name} theirs={used.document} skipped={0} onBack={() => setUsed(undefined)} onDone={onClose} />
  return (
    <div className="flex flex-col gap-5">
      <p className="measure text-13 text-ink-quiet">{t('lead')}</p>
      {shelf.list.length === 0
        ? <p className="rounded-md border border-line px-3 py-4 text-13 text-ink-quiet">{t('none')}</p>
        : (
            <ul aria-label={t('title')} className="relative flex max-h-[40dvh] flex-col divide-y divide-line overflow-y-auto rounded-md border border-line">
              {shelf.list.map((template) => <TemplateItem key={template.id} template={template} shelf={shelf} onUse={() => setUsed(template)} />)}
            </ul>
          )}
      <SaveTemplateForm shelf={shelf} />
    </div>
  )
}
