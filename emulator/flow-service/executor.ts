import type { World } from '../world'

/** Executes every run that is due by the emulator's clock, oldest first, and answers when all of them have ended. */
export async function runDue(_world: World): Promise<void> {}
