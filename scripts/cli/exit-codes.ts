/** What the command line ends with; documented in docs/documents.md. */
export const exitCodes = {
  /** Done, or nothing to do; for `status`: the flow lives. */
  done: 0,
  /** Something failed on the way: Adobe, the database, the network. */
  failed: 1,
  /** `plan`: there is something to do. `status`: the flow does not live, or not yet. */
  pending: 2,
  /** Document or choice cannot be applied as it stands; what has to change is printed. */
  refused: 3,
  /** The command was not understood. */
  usage: 64,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
