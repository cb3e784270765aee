import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** The way to where Adobe's own pages show a thing. */
export function AdobeLink({ href }: { href: string }) {
  const t = useTranslations('common')
  return (
    <a href={href} target="_blank" rel="noreferrer" className="prose-link inline-flex min-h-6 items-center gap-1 self-start text-12 font-normal">
      {t('openInAdobe')} <ExternalLink aria-hidden className="size-3.5" />
    </a>
  )
}
