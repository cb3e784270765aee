export const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
  'December',
]

/** Monday first, as ISO 8601 counts. */
export const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const dayMs = 86_400_000

/** 1 for Monday to 7 for Sunday, of a Date whose UTC fields hold the local clock. */
export const isoWeekday = (local: Date): number => ((local.getUTCDay() + 6) % 7) + 1

export function dayOfYear(local: Date): number {
  const start = new Date(local)
  start.setUTCMonth(0, 1)
  return Math.round((local.getTime() - start.getTime()) / dayMs) + 1
}

/** ISO 8601 week and the year it belongs to. */
export function isoWeek(local: Date): { year: number; week: number } {
  const thursday = new Date(local.getTime() + (4 - isoWeekday(local)) * dayMs)
  return { year: thursday.getUTCFullYear(), week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 }
}

/** Java's `Y` and `w` for US English: weeks begin on Sunday, and January 1st lies in week 1. */
export function usWeek(local: Date): { year: number; week: number } {
  const saturday = new Date(local.getTime() + (6 - local.getUTCDay()) * dayMs)
  return { year: saturday.getUTCFullYear(), week: Math.floor((dayOfYear(saturday) - 1) / 7) + 1 }
}

export function daysInMonth(year: number, month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, 0)
  return date.getUTCDate()
}
