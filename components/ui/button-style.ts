import { cx } from './cx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

const base =
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap select-none ' +
  'transition-colors no-underline forced-colors:border-[ButtonBorder] ' +
  'data-disabled:cursor-not-allowed data-disabled:border-line data-disabled:bg-surface-2 data-disabled:text-ink-quiet'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong data-pressed:bg-accent-strong',
  secondary: 'border-line-strong bg-surface-1 text-ink hover:bg-surface-2 data-pressed:bg-surface-3',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-surface-2 data-pressed:bg-surface-3',
  danger: 'border-transparent bg-bad text-on-bad hover:bg-bad-strong data-pressed:bg-bad-strong',
}

const sizes: Record<ButtonSize, string> = {
  small: 'h-7 px-2.5 text-13 pointer-coarse:h-10',
  medium: 'h-8 px-3 text-14 pointer-coarse:h-10',
  large: 'h-10 px-4 text-14',
}

/** The classes of everything that looks like a button, for buttons and links alike. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return cx(base, variants[variant], sizes[size], className)
}
