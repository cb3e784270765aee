/** Keeps calls from going out faster than agreed. */
export type Pace = {
  /** How long the next call has to wait, in ms; taking the turn is part of asking. */
  takeTurnMs(): Promise<number>
  /** Adobe asked for fewer calls: nothing goes out for so long. */
  holdBack(ms: number): Promise<void>
}

/** For clients of tests, and of workspaces that nobody has opened. */
export const unpaced: Pace = { takeTurnMs: async () => 0, holdBack: async () => undefined }
