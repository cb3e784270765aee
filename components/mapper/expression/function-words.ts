import type { useTranslations } from 'next-intl'
import type { FunctionDoc, OperatorDoc } from '@/lib/expression/expression'

export type FunctionWords = ReturnType<typeof useTranslations<'functions'>>

/** What a function does, in the person's language. */
export const functionSentence = (f: FunctionWords, { name }: Pick<FunctionDoc, 'name'>): string => f(`does.${name}`)

/** What an operator does, in the person's language. */
export const operatorSentence = (f: FunctionWords, { key }: Pick<OperatorDoc, 'key'>): string => f(`operators.${key}`)

/** Why a function cannot be computed here, wholly or for some inputs. */
export const limitSentence = (f: FunctionWords, { group, localLimit }: Pick<FunctionDoc, 'group' | 'localLimit'>): string | undefined =>
  localLimit === undefined ? undefined : f(`limits.${group}`)
