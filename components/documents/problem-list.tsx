'use client'

import { useTranslations } from 'next-intl'
import type { DocumentProblem } from '@/lib/flows/document-problem'

type ProblemListProps = { problems: readonly DocumentProblem[] }

/** What is wrong in a document: the place as it is written there, and what would be right. */
export function ProblemList({ problems }: ProblemListProps) {
  const t = useTranslations()
  return (
    <ul className="mt-1 flex flex-col gap-1.5">
      {problems.map(({ path, area, code, values }) => (
        <li key={`${path} ${code} ${JSON.stringify(values)}`}>
          {path && <code className="mr-2 font-mono text-12 break-all">{path}</code>}
          {/* The sentence belongs to the rule's own area; its key is only known now. */}
          {t(`${area}.problems.${code}` as Parameters<typeof t>[0], values)}
        </li>
      ))}
    </ul>
  )
}
