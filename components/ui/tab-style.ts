/** One tab: a word over a line, the chosen one over the accent's. */
export const tabStyle =
  '-mb-px flex h-9 cursor-pointer items-center gap-1.5 border-b-2 border-transparent px-2.5 text-14 whitespace-nowrap text-ink-quiet ' +
  'no-underline transition-colors hover:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-ink ' +
  'aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink ' +
  'data-disabled:cursor-not-allowed data-disabled:opacity-50 focus-visible:-outline-offset-2 data-focus-visible:-outline-offset-2'
