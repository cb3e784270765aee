/** The path of the row an event happened in. */
export const rowPath = (target: EventTarget): string | undefined =>
  (target as Element).closest<HTMLElement>('[role="row"]')?.dataset['key']
