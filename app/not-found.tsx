import { useTranslations } from 'next-intl'
import { BrandMark } from '@/components/ui/brand-mark'
import { LinkButton } from '@/components/ui/button'
import { paths } from '@/lib/paths'

/** An address that leads nowhere. */
export default function NotFound() {
  const t = useTranslations('shell')
  return (
    <main id="main" className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-4 py-16">
      <BrandMark className="mb-6 size-8" />
      <h1 className="text-20 font-semibold">{t('notFound.title')}</h1>
      <p className="mt-1 text-ink-quiet">{t('notFound.body')}</p>
      <div className="mt-6">
        <LinkButton href={paths.home()}>{t('notFound.action')}</LinkButton>
      </div>
    </main>
  )
}
