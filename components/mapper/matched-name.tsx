import { searchWords } from '@/lib/mapping/select-fields'

/** A name with the words of the search marked in it. */
export function MatchedName({ name, query }: { name: string; query: string }) {
  const words = searchWords(query).map((word) => word.split('.').at(-1) ?? '').filter(Boolean)
  const lower = name.toLowerCase()
  const [hit] = words.map((word) => ({ at: lower.indexOf(word), length: word.length })).filter(({ at }) => at >= 0)
  if (!hit) return name
  return (
    <>
      {name.slice(0, hit.at)}
      <mark className="rounded-sm bg-warn-soft text-ink">{name.slice(hit.at, hit.at + hit.length)}</mark>
      {name.slice(hit.at + hit.length)}
    </>
  )
}
