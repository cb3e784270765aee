/** Whether one code unit sequence (a code point) belongs to a class. */
export type CharTest = (char: string) => boolean

/** A parsed Java regular expression. */
export type PatternNode =
  | { kind: 'empty' }
  | { kind: 'char'; test: CharTest }
  | { kind: 'sequence'; items: PatternNode[] }
  | { kind: 'choice'; options: PatternNode[] }
  | { kind: 'group'; index: number; body: PatternNode }
  | { kind: 'backreference'; index: number; ignoreCase: boolean }
  | { kind: 'repeat'; body: PatternNode; least: number; most: number; mode: 'greedy' | 'lazy' | 'possessive' }
  | { kind: 'assertion'; test: (text: string, at: number) => boolean }
  | { kind: 'look'; behind: boolean; negative: boolean; body: PatternNode }
  | { kind: 'atomic'; body: PatternNode }

export type ParsedPattern = { root: PatternNode; groupCount: number }

export type Flags = { ignoreCase: boolean; dotAll: boolean; multiline: boolean }
