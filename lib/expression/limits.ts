/**
 * Bounds that keep parsing and evaluating safe on any input. They count work and size, never time,
 * so the same expression gives the same answer on a slow and on a fast machine.
 */
export const limits = {
  /** Adobe's own bound for a calculated field (Data Prep overview, mapping UI guide, troubleshooting guide). */
  adobeSourceLength: 4096,
  /** Longer sources are not even parsed. */
  sourceLength: 65_536,
  /** How deep brackets, calls and branches may nest; a row of `+` counts once. */
  nesting: 200,
  /** Height of the parsed tree, paths and nesting together. */
  height: 600,
  /** Nodes evaluated for one record, lambdas counted at each element. */
  steps: 200_000,
  /** Characters and elements produced for one record, intermediate values included. */
  produced: 2_000_000,
  /** Depth of objects and arrays in a result. */
  resultDepth: 100,
  /** Steps of the regular-expression machine, all patterns of one evaluation together. */
  regexSteps: 2_000_000,
  /** Instructions one regular expression may compile to; `{1000}{1000}` would exceed it. */
  regexProgram: 20_000,
} as const
