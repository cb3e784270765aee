import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'

export type PageHeaderProps = {
  title: ReactNode
  /** One or two sentences under the title. */
  lead?: ReactNode
  actions?: ReactNode
  /** From the top down, without this page. */
  breadcrumbs?: readonly { label: string; href: string }[]
}

/** The head of a page: where it is, what it is, what can be done here. */
export function PageHeader({ title, lead, actions, breadcrumbs }: PageHeaderProps) {
  const t = useTranslations('common')
  return (
    <header className="mb-6">
      {breadcrumbs && breadcrumbs.length > 0 && (
        <nav aria-label={t('breadcrumbs')} className="mb-1">
          <ol className="flex flex-wrap items-center gap-1 text-13 text-ink-quiet">
            {breadcrumbs.map((crumb) => (
              <li key={crumb.href} className="flex items-center gap-1">
                <Link href={crumb.href} className="inline-flex min-h-6 items-center hover:text-ink hover:underline">
                  {crumb.label}
                </Link>
                <ChevronRight aria-hidden className="size-3.5" />
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-20 font-semibold break-words">{title}</h1>
          {lead && <div className="measure mt-1 text-14 text-ink-quiet">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  )
}
