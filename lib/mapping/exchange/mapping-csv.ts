import type { MappingDocument, MappingRow } from '../mapping-document'
import type { ReadMapping } from './read-mapping'

/** Adobe's own names of a mapping's parts (Data Prep API); its screen's template is documented only as a picture. */
const columns = ['sourceType', 'source', 'destination'] as const

/** Other words for the same columns that people and older Adobe documents use. */
const headings: Readonly<Record<string, (typeof columns)[number]>> = {
  sourcetype: 'sourceType', type: 'sourceType', mappingtype: 'sourceType', kind: 'sourceType',
  source: 'source', sourcefield: 'source', sourceattribute: 'source', sourcedata: 'source', column: 'source', from: 'source',
  destination: 'destination', target: 'destination', targetfield: 'destination', destinationfield: 'destination',
  destinationxdmpath: 'destination', xdmpath: 'destination', path: 'destination', to: 'destination',
}

/** A spreadsheet runs a cell that begins so as a formula; an apostrophe keeps it text. */
const isFormula = /^'*[=+\-@\t\r]/

function writeCell(text: string): string {
  const safe = isFormula.test(text) ? `'${text}` : text
  return /[",\r\n;]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

const readCell = (text: string): string => (text.startsWith('\'') && isFormula.test(text.slice(1)) ? text.slice(1) : text)

/** A mapping as a table with a heading, one link a line; tests do not fit a table and stay behind. */
export const writeMappingCsv = ({ rows }: MappingDocument): string =>
  [columns.join(','), ...rows.map((row) => columns.map((column) => writeCell(row[column])).join(','))].map((line) => `${line}\r\n`).join('')

/** Cuts a table into cells (RFC 4180), whichever of comma, semicolon and tab its first line uses most. */
function readTable(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '')
  const [heading = ''] = plain.split(/\r?\n/, 1)
  const separator = [',', ';', '\t'].toSorted((a, b) => heading.split(b).length - heading.split(a).length)[0] ?? ','
  const lines: string[][] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    cells.push(cell)
    cell = ''
  }
  const endLine = () => {
    endCell()
    if (cells.some((one) => one !== '')) lines.push(cells)
    cells = []
  }
  for (let at = 0; at < plain.length; at += 1) {
    const char = plain[at] ?? ''
    if (isQuoted) {
      if (char !== '"') cell += char
      else if (plain[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (char === '"' && cell === '') isQuoted = true
    else if (char === separator) endCell()
    else if (char === '\n') endLine()
    else if (char !== '\r' || plain[at + 1] !== '\n') cell += char
  }
  endLine()
  return lines
}

const kindOf = (written: string, source: string): MappingRow['sourceType'] => {
  const kind = written.trim().toUpperCase()
  if (kind === 'STATIC' || kind === 'TEXT/PLAIN' || kind === 'CONSTANT') return 'STATIC'
  if (kind === 'EXPRESSION' || kind === 'TEXT/X.AEP-XL' || kind === 'CALCULATED') return 'EXPRESSION'
  // Without a word for it, brackets after a name are a function.
  return kind === '' && /^[a-z_]\w*\(.*\)$/is.test(source) ? 'EXPRESSION' : 'ATTRIBUTE'
}

/** Reads a mapping from a table. Lines that cannot be links are left out and counted. */
export function readMappingCsv(text: string): ReadMapping {
  const [heading = [], ...lines] = readTable(text)
  const places = heading.map((name) => headings[name.toLowerCase().replace(/[^a-z]/g, '')])
  if (!places.includes('source') || !places.includes('destination')) return { ok: false, code: 'noHeading' }
  const rows: MappingRow[] = []
  let skipped = 0
  for (const line of lines) {
    const of = (column: (typeof columns)[number]): string => readCell(line[places.indexOf(column)] ?? '')
    const [source, destination] = [of('source'), of('destination').trim()]
    if (source === '' || destination === '' || source.length > 4096) skipped += 1
    else rows.push({ id: `r${rows.length + 1}`, sourceType: kindOf(of('sourceType'), source), source, destination })
  }
  return rows.length === 0 ? { ok: false, code: 'noRows' } : { ok: true, document: { version: 1, rows }, skipped }
}
