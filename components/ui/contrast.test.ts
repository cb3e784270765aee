import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const css = fs.readFileSync(path.join(import.meta.dirname, '../../app/globals.css'), 'utf8')

type Theme = 'light' | 'dark'

/** The two values of every colour token, as [lightness, chroma, hue]. */
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)/g)].map((match) => [
    match[1] ?? '',
    { light: (match[2] ?? '').split(' ').map(Number), dark: (match[3] ?? '').split(' ').map(Number) },
  ]),
)

/** WCAG's relative luminance of an OKLCH colour, clipped to sRGB as a browser does. */
function luminance([lightness = 0, chroma = 0, hue = 0]: number[]): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(theme: Theme, one: string, other: string): number {
  const [light, dark] = [one, other].map((name) => {
    const token = tokens.get(name)
    if (!token) throw new Error(`There is no colour token ${name}`)
    return luminance(token[theme])
  }).sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = ['surface-0', 'surface-1', 'surface-2', 'surface-3']
const tones = ['good', 'warn', 'bad', 'info', 'accent']
const textPairs = [
  ...['ink', 'ink-quiet', ...tones].flatMap((text) => surfaces.map((surface) => [text, surface] as const)),
  ...tones.map((tone) => [tone, `${tone}-soft`] as const),
  ...tones.flatMap((tone) => ['ink', 'ink-quiet'].map((text) => [text, `${tone}-soft`] as const)),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-bad', 'bad'],
  ['on-bad', 'bad-strong'],
] as const
const controlPairs = surfaces.map((surface) => ['line-strong', surface] as const)

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  test.each(textPairs)('text %s is readable on %s', (text, surface) => {
    expect(contrast(theme, text, surface)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(controlPairs)('a control drawn with %s is seen on %s', (line, surface) => {
    expect(contrast(theme, line, surface)).toBeGreaterThanOrEqual(3)
  })
})
