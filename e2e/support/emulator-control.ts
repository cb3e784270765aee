/** The emulator's control side (docs/emulator.md): its clock, its faults, what it was asked and what it holds. */
export class EmulatorControl {
  constructor(private readonly origin: string) {}

  /** Moves the clock; answers when every run that became due has ended. */
  async advanceMinutes(minutes: number) {
    await this.#send('POST', '/_emulator/clock', { advanceSeconds: minutes * 60 })
  }

  async addFault(fault: Record<string, unknown>) {
    await this.#send('POST', '/_emulator/faults', fault)
  }

  /** Lets every call of Adobe's side wait so long before it is answered. */
  async setLatency(ms: number) {
    await this.#send('POST', '/_emulator/latency', { ms })
  }

  /** Takes another reading of a point on which Adobe's documents are silent. */
  async setSwitches(change: Record<string, unknown>) {
    await this.#send('POST', '/_emulator/switches', change)
  }

  async clearFaults() {
    await this.#send('DELETE', '/_emulator/faults')
  }

  async state(): Promise<Record<string, unknown>> {
    return this.#send('GET', '/_emulator/state')
  }

  /** How many resources of each kind are there now. */
  async liveInSandbox(sandbox: string): Promise<Record<string, number>> {
    const { sandboxes } = (await this.state()) as { sandboxes: Record<string, Record<string, { live: number }>> }
    return Object.fromEntries(Object.entries(sandboxes[sandbox] ?? {}).map(([kind, { live }]) => [kind, live]))
  }

  async calls(): Promise<Record<string, unknown>> {
    return this.#send('GET', '/_emulator/calls')
  }

  async #send(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.origin}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    const text = await answer.text()
    return text ? (JSON.parse(text) as Record<string, unknown>) : {}
  }
}
