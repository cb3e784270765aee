import { suggestFor, suggestForTarget, suggestInSteps, type MappingSuggestion, type SuggestProgress } from '@/lib/mapping/suggest/suggest-mapping'
import { prepareScene, type SuggestFacts } from '@/lib/mapping/suggest/suggest-scene'
import type { SuggestQuestion } from './suggest-questions'

/** The answer to a question, a few milliseconds at a time. A column or a field that is not there has no proposals. */
export function* answerInSteps(facts: SuggestFacts, question: SuggestQuestion): Generator<SuggestProgress, readonly MappingSuggestion[]> {
  const input = { ...facts, document: question.document }
  switch (question.about) {
    case 'everything': return yield* suggestInSteps(input)
    case 'column': {
      const source = prepareScene(facts).columns.get(question.path)
      return source && source.children.length === 0 ? suggestFor(source, input) : []
    }
    case 'field': {
      const found = suggestForTarget(question.path, input)
      return found ? [found] : []
    }
  }
}
