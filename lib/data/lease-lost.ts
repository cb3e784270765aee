/** Thrown by a write whose lease somebody else has taken over: the work belongs to them now, and nothing was written. */
export class LeaseLost extends Error {
  constructor() {
    super('The lease was taken over.')
    this.name = 'LeaseLost'
  }
}
