import type { EmulatorProcess } from './emulator-process'

type Counts = Record<string, number>

/** What lives in the sandbox of the emulator beside base connections, which persons make, and what runs bring. */
export async function countAlive(emulator: EmulatorProcess): Promise<Counts> {
  const counts = Object.entries(await emulator.count('dev')).filter(([kind]) => !['connections', 'runs', 'batches'].includes(kind))
  return Object.fromEntries(counts.map(([kind, { live }]) => [kind, live]))
}

/** What has come or gone between two counts, by kind. */
export const countAdded = (before: Counts, after: Counts): Counts =>
  Object.fromEntries(Object.entries(after).map(([kind, count]) => [kind, count - (before[kind] ?? 0)]).filter(([, more]) => more !== 0))

/** The parts of one whole flow of `setEmulatorScene`. */
export const wholeFlow: Counts = {
  classes: 1, schemas: 2, descriptors: 1, dataSets: 1, sourceConnections: 1, targetConnections: 1, mappingSets: 1, flows: 1,
}
