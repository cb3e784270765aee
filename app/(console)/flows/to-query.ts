/** An address's questions as `useSearchParams` will write them in the browser. */
export function toQuery(asked: Record<string, string | string[] | undefined>): string {
  const pairs = Object.entries(asked).flatMap(([key, value]) => [value ?? []].flat().map((each) => [key, each]))
  return new URLSearchParams(pairs).toString()
}
