'use client'

import { useTranslations } from 'next-intl'

/**
 * Turns a schema's message, which is a message key like `access.problems.emailWrong`, into the sentence under a field.
 * Undefined stays undefined; a text that is no key (zod's own words) becomes the general sentence.
 */
export function useFieldMessage(): (key: string | undefined) => string | undefined {
  const t = useTranslations()
  return (key) => {
    if (key === undefined) return undefined
    return /^[\w-]+(\.[\w-]+)+$/.test(key) && t.has(key) ? t(key) : t('common.fieldWrong')
  }
}
