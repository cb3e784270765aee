/** What floats: menus, lists of choices, calendars. */
export const popoverStyle =
  'z-50 max-h-80 overflow-auto rounded-lg border border-line bg-surface-1 p-1 shadow-float outline-none ' +
  'data-entering:animate-[float-in_120ms_var(--ease-out)]'

/** One row of a floating list. */
export const optionStyle =
  'flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-14 text-ink outline-none select-none ' +
  'data-focused:bg-surface-2 data-selected:font-medium data-disabled:cursor-not-allowed data-disabled:text-ink-quiet ' +
  'data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent pointer-coarse:min-h-10'
