import type { SampleTable } from '../../types'
import { payPalTables } from './paypal-tables'

const years = [2022, 2023, 2024, 2025]

/** What an account of long standing lists besides: each table once more for every year, with the columns and rows of its model. */
export const payPalYearlyTables: SampleTable[] = payPalTables.flatMap((table) =>
  years.map((year) => ({ ...table, name: `${table.name}_${year}`, path: `${table.path}_${year}` })),
)
