/** A date as Data Prep reads a text when nobody gives a format; epoch milliseconds, or null for none. */
export { parseDateAutomatic as readDate } from '@/lib/expression/dates/automatic'
