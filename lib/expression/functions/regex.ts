import { JavaRegex } from '../regex/java-regex'
import { needText, textOrNull } from './arguments'
import { defineFunction, needed } from './function-definition'

const parameters = [
  needed('STRING', 'text', 'The text to look at.'),
  needed('REGEX', 'text', 'A Java regular expression.'),
]

export const regexFunctions = [
  defineFunction({
    name: 'extract_regex', group: 'regex', returns: 'array', parameters,
    description: 'What a regular expression caught: whole match first, then each group; empty when nothing matched.',
    run: (args, context) => {
      const text = textOrNull(args[0])
      if (text === null) return null
      const match = new JavaRegex(needText(args[1], 'REGEX'), context.regexBudget).find(text)
      if (match === null) return []
      context.produce(text.length * match.groups.length)
      return match.groups
    },
  }),
  defineFunction({
    name: 'matches_regex', group: 'regex', returns: 'boolean', parameters,
    description: 'Whether a regular expression matches the text from its first to its last character.',
    run: (args, context) => {
      const text = textOrNull(args[0])
      if (text === null) return false
      return new JavaRegex(needText(args[1], 'REGEX'), context.regexBudget).matchesWhole(text)
    },
  }),
]
