import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Json } from './content/types'

/** One committed change: what was put and what was removed, all or nothing. */
export type LogEntry = { put: [key: string, value: Json][]; remove: string[] }

/** Where the store writes. Both calls return only when the operating system has the bytes. */
export interface StoreLog {
  append(entry: LogEntry): void
  /** Whether so much was appended that `fold` is worth its while. */
  isLong(): boolean
  /** Replaces everything appended so far by one entry that says the same. */
  fold(whole: LogEntry): void
  clearBlobs(): void
  writeBlob(name: string, text: string): void
  readBlob(name: string): string | undefined
  close(): void
}

export function createMemoryLog(): StoreLog {
  const blobs = new Map<string, string>()
  return {
    append: () => undefined,
    isLong: () => false,
    fold: () => undefined,
    clearBlobs: () => blobs.clear(),
    writeBlob: (name, text) => void blobs.set(name, text),
    readBlob: (name) => blobs.get(name),
    close: () => undefined,
  }
}

/**
 * Reads what an earlier process left in `dir`, folds it into one snapshot (written beside and renamed over, so that a
 * kill leaves either the old or the new one) and goes on appending. A last line torn by a kill was never acknowledged
 * and is dropped.
 */
export function openFileLog(dir: string, longBytes = 64 * 1024 * 1024): { log: StoreLog; entries: LogEntry[] } {
  mkdirSync(join(dir, 'blobs'), { recursive: true, mode: 0o700 })
  const snapshotPath = join(dir, 'snapshot.json')
  const logPath = join(dir, 'log.jsonl')
  const state = new Map<string, Json>()
  const apply = (entry: LogEntry) => {
    for (const [key, value] of entry.put) state.set(key, value)
    for (const key of entry.remove) state.delete(key)
  }
  if (existsSync(snapshotPath)) apply(JSON.parse(readFileSync(snapshotPath, 'utf8')) as LogEntry)
  // Entries say the whole new value of a key, so applying some of them twice after an interrupted fold is harmless.
  if (existsSync(logPath)) for (const line of readFileSync(logPath, 'utf8').split('\n')) applyLine(line, apply)
  const snapshot: LogEntry = { put: [...state], remove: [] }
  let fd = -1
  let appendedBytes = 0
  const fold = (whole: LogEntry) => {
    replaceFile(snapshotPath, JSON.stringify(whole))
    if (fd !== -1) closeSync(fd)
    replaceFile(logPath, '')
    fd = openSync(logPath, 'a', 0o600)
    appendedBytes = 0
  }
  fold(snapshot)
  const blobPath = (name: string) => join(dir, 'blobs', ...name.split('/').map(encodeURIComponent))
  return {
    entries: [snapshot],
    log: {
      append: (entry) => {
        appendedBytes += writeWhole(fd, `${JSON.stringify(entry)}\n`)
      },
      isLong: () => appendedBytes > longBytes,
      fold,
      clearBlobs: () => rmSync(join(dir, 'blobs'), { recursive: true, force: true }),
      writeBlob: (name, text) => {
        mkdirSync(dirname(blobPath(name)), { recursive: true })
        replaceFile(blobPath(name), text)
      },
      readBlob: (name) => (existsSync(blobPath(name)) ? readFileSync(blobPath(name), 'utf8') : undefined),
      close: () => closeSync(fd),
    },
  }
}

function applyLine(line: string, apply: (entry: LogEntry) => void): void {
  if (line === '') return
  try {
    apply(JSON.parse(line) as LogEntry)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
}

function writeWhole(fd: number, text: string): number {
  const bytes = Buffer.from(text)
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done)
  return bytes.length
}

function replaceFile(path: string, text: string): void {
  // It holds secrets: the organisation's and those of base connections.
  writeFileSync(`${path}.new`, text, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
