import { extendTailwindMerge } from 'tailwind-merge'

// Our sizes are numbers; without being told, the merger takes `text-13` for a colour and drops one of the two.
const merge = extendTailwindMerge({
  extend: { theme: { text: ['12', '13', '14', '16', '20', '28'], shadow: ['float'], radius: ['sm', 'md', 'lg'] } },
})

/** Joins class names; a later utility replaces an earlier one of the same kind, falsy ones fall away. */
export function cx(...classes: (string | false | null | undefined)[]): string {
  return merge(classes)
}
