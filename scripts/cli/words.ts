import { createTranslator } from 'use-intl/core'
import { chooseLocale } from '@/lib/i18n/locales'
import { loadMessages } from '@/lib/i18n/messages'
import type { ExplainedError } from '@/lib/explained-error'
import type { DocumentProblem } from '@/lib/flows/document-problem'

type Values = Record<string, string | number>

export type Words = {
  /** A sentence of any area by its whole key, e.g. `documents.cli.usage`. */
  say: (key: string, values?: Values) => string
  explain: (error: ExplainedError) => string
  /** Place and sentence of something wrong in a document. */
  problem: (problem: DocumentProblem) => string
}

/** The messages of the app in the language of the terminal (LC_ALL, LC_MESSAGES, LANG; `C` and others are English). */
export async function loadWords(environment: NodeJS.ProcessEnv = process.env): Promise<Words> {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  const locale = chooseLocale(undefined, (LC_ALL || LC_MESSAGES || LANG || 'en').replace('_', '-'))
  const translate = createTranslator({ locale, messages: await loadMessages(locale), timeZone: 'UTC' })
  // Keys come from codes at run time, which the translator's types cannot know.
  const say = translate as unknown as Words['say']
  return {
    say,
    explain: (error) => explainError(say, error),
    problem: ({ path, area, code, values }) => {
      const sentence = say(`${area}.problems.${code}`, values)
      return path ? `${path}: ${sentence}` : sentence
    },
  }
}

/** Three sentences, then Adobe's own words where Adobe refused. */
function explainError(say: Words['say'], { code, values, adobe }: ExplainedError): string {
  const parts = ['title', 'meaning', 'remedy'].map((part) => say(`errors.${code}.${part}`, values))
  if (!adobe) return parts.join('\n')
  const facts = [adobe.method && adobe.path && `${adobe.method} ${adobe.path}`, adobe.status, adobe.code, adobe.requestId].filter(Boolean).join(' · ')
  return [...parts, ...(adobe.message ? [`Adobe: ${adobe.message}`] : []), ...(facts ? [facts] : [])].join('\n')
}
