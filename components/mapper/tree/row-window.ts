/** The rows that are drawn: from `first` up to, but without, `last`. */
export type RowWindow = { first: number; last: number }

/** Rows kept ready beyond each edge, so that a turn of the wheel meets rows that are there already. */
const spareRows = 8
/** The window moves in steps, so that not every row scrolled makes work. */
const step = 4

/** The rows to draw for a place in a list of rows of one height; all lengths in pixels. */
export function rowWindow(scrollTop: number, height: number, rowHeight: number, count: number): RowWindow {
  const first = Math.floor(scrollTop / rowHeight) - spareRows
  const last = Math.ceil((scrollTop + height) / rowHeight) + spareRows
  return {
    first: Math.max(0, Math.min(count, Math.floor(first / step) * step)),
    last: Math.max(0, Math.min(count, Math.ceil(last / step) * step)),
  }
}
