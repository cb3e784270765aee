import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { paths } from '@/lib/paths'

/** What a page was asked for is not there (any more); the frame stays. */
export default function ConsoleNotFound() {
  const t = useTranslations('shell')
  return (
    <div className="page">
      <PageHeader title={t('notFound.title')} lead={t('notFound.body')} />
      <LinkButton href={paths.home()}>{t('notFound.action')}</LinkButton>
    </div>
  )
}
