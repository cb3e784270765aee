import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

type PageButtonsProps = { page: number; pageCount: number; onChange: (page: number) => void }

/** Back and on through the pages of a list; nothing for a single page. */
export function PageButtons({ page, pageCount, onChange }: PageButtonsProps) {
  const t = useTranslations('setup.target')
  if (pageCount <= 1) return null
  return (
    <div className="flex items-center gap-3 text-13">
      <Button size="small" isDisabled={page <= 1} onPress={() => onChange(page - 1)}>
        {t('pageBefore')}
      </Button>
      <span className="tabular-nums">{t('pageOf', { page, of: pageCount })}</span>
      <Button size="small" isDisabled={page >= pageCount} onPress={() => onChange(page + 1)}>
        {t('pageAfter')}
      </Button>
    </div>
  )
}
