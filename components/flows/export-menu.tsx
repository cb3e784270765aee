'use client'

import { Braces, Download, SendToBack, SquareTerminal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { fetchRead } from '@/components/query/fetch-read'
import { ReadError } from '@/components/query/read-error'
import { saveFile } from '@/components/ui/save-file'
import { Dialog } from '@/components/ui/dialog'
import { ErrorPanel } from '@/components/ui/error-panel'
import { announce } from '@/components/ui/live-region'
import { MenuButton } from '@/components/ui/menu-button'
import type { ExportedFile, ExportForm } from '@/lib/documents/export-flow'
import type { ExplainedError } from '@/lib/explained-error'
import { paths } from '@/lib/paths'

const forms: readonly { form: ExportForm; icon: React.ReactNode }[] = [
  { form: 'document', icon: <Braces aria-hidden /> },
  { form: 'curl', icon: <SquareTerminal aria-hidden /> },
  { form: 'postman', icon: <SendToBack aria-hidden /> },
]

/** Takes a flow along: as a document for another workspace, a shell script, or a Postman collection. */
export function ExportMenu({ flowId }: { flowId: string }) {
  const t = useTranslations('documents.export')
  const [failure, setFailure] = useState<ExplainedError>()

  async function take(form: ExportForm) {
    try {
      const { fileName, text, contentType } = await fetchRead<ExportedFile>(paths.flowExport(flowId, form))
      saveFile(fileName, text, contentType)
      announce(t('downloaded', { file: fileName }))
    } catch (error) {
      setFailure(error instanceof ReadError ? error.explained : { code: 'network', retryable: true })
    }
  }

  return (
    <>
      <MenuButton
        label={t('menu')}
        icon={<Download aria-hidden />}
        size="small"
        items={forms.map(({ form, icon }) => ({
          id: form, icon, label: t(`${form}.label`), description: t(`${form}.description`), onAction: () => void take(form),
        }))}
      />
      {failure && (
        <Dialog title={t('failed')} isOpen onOpenChange={(isOpen) => { if (!isOpen) setFailure(undefined) }}>
          <ErrorPanel error={failure} />
        </Dialog>
      )}
    </>
  )
}
