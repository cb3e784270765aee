import type { FunctionDoc } from '@/lib/expression/expression'
import type { MapperWords } from '../field-words'

/** What a function does, in the person's language where it is written there. */
export const functionSentence = (t: MapperWords, { name, description }: Pick<FunctionDoc, 'name' | 'description'>): string =>
  t.has(`functions.${name}`) ? t(`functions.${name}`) : description
