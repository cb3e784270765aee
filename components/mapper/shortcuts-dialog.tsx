'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'

/** Keys by what they do; texts under `mapper.keys.<name>`. */
const shortcuts = [
  ['pickUp', ['Enter']], ['palette', ['Ctrl', 'Enter']], ['across', ['Shift', 'Enter']], ['remove', ['Delete']],
  ['cancel', ['Esc']], ['search', ['/']], ['open', ['→', '←']], ['move', ['↑', '↓', 'Home', 'End']], ['typeAhead', ['A–Z']], ['many', ['Shift', '↓']],
  ['undo', ['Ctrl', 'Z']], ['redo', ['Ctrl', 'Shift', 'Z']], ['help', ['?']],
] as const

/** Every key of the studio. */
export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('mapper')
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} size="small">
      <dl className="flex flex-col divide-y divide-line">
        {shortcuts.map(([name, keys]) => (
          <div key={name} className="flex items-center justify-between gap-4 py-1.5">
            <dt className="text-13">{t(`keys.${name}`)}</dt>
            <dd className="flex shrink-0 gap-1">
              {keys.map((key) => (
                <kbd key={key} className="rounded-sm border border-line-strong bg-surface-2 px-1.5 text-12">{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
