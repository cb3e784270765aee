import { CopyButton } from './copy-button'
import { cx } from './cx'
import { ScrollBox } from './scroll-box'

export type CodeBlockProps = {
  code: string
  /** What it is; names the box for a screen reader. */
  label: string
  /** e.g. "JSON" or "curl", shown in the corner. */
  language?: string
  copyLabel?: string
  className?: string
}

/** Text for machines: mono, unbroken lines, scrolls inside itself, copied with one press. */
export function CodeBlock({ code, label, language, copyLabel, className }: CodeBlockProps) {
  return (
    <div className={cx('relative min-w-0 rounded-md border border-line bg-surface-2', className)}>
      <div className="absolute top-1 right-1 z-10 flex items-center gap-1 rounded-md bg-surface-2 pl-2 text-12 text-ink-quiet">
        {language}
        <CopyButton value={code} label={copyLabel} />
      </div>
      <ScrollBox label={label} className="max-h-96">
        <pre className="w-fit min-w-full p-3 pr-20 text-12 leading-5 text-ink">
          <code>{code}</code>
        </pre>
      </ScrollBox>
    </div>
  )
}
