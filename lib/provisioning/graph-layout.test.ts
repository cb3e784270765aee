import { describe, expect, test } from 'vitest'
import { wholeAnswers } from '@/lib/flows/answers-for-test'
import { completeDraft } from '@/lib/flows/complete-draft'
import { graphSizes, layOutGraph, type GraphLayout } from './graph-layout'
import { planFlow, type PlanStep } from './plan'

const everything = (change: (answers: ReturnType<typeof wholeAnswers>) => void) => {
  const answers = wholeAnswers()
  change(answers)
  const complete = completeDraft(answers)
  if (!complete.ok) throw new Error(complete.error.map(({ code }) => code).join())
  return planFlow(complete.data.definition, complete.data.bindings).steps
}

const plans: Record<string, PlanStep[]> = {
  'the whole chain': everything(() => undefined),
  'an identity': everything(({ target }) => Object.assign(target ?? {}, { primaryIdentity: { path: '_id', namespace: 'Email' } })),
  'no ad-hoc schema': everything(({ target }) => Object.assign(target ?? {}, { rawSchema: { mode: 'columns-only' } })),
}

/** Points of a curve `M x y H x C …` in steps of a twentieth of its bend. */
function pointsOf(path: string): { x: number; y: number }[] {
  const [x0 = 0, y0 = 0, bendX = 0, x1 = 0, , x2 = 0, , x3 = 0, y3 = 0] = [...path.matchAll(/-?[\d.]+/g)].map(([number]) => Number(number))
  const straight = Array.from({ length: 21 }, (_, step) => ({ x: x0 + ((bendX - x0) * step) / 20, y: y0 }))
  const bent = Array.from({ length: 21 }, (_, step) => {
    const t = step / 20
    const mix = (a: number, b: number, c: number, d: number) => a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t ** 2 * (1 - t) + d * t ** 3
    return { x: mix(bendX, x1, x2, x3), y: mix(y0, y0, y3, y3) }
  })
  return [...straight, ...bent]
}

const crossed = ({ nodes, edges }: GraphLayout<PlanStep>) =>
  edges.flatMap(({ from, to, path }) =>
    nodes
      .filter(({ node }) => node.key !== from && node.key !== to)
      // A dataset lies in its schema's own lane: the way past it to the target connection is the way through it.
      .filter(({ y }) => y !== nodes.find(({ node }) => node.key === from)?.y || y !== nodes.find(({ node }) => node.key === to)?.y)
      .filter(({ x, y }) =>
        pointsOf(path).some((at) => at.x > x && at.x < x + graphSizes.nodeWidth && at.y > y && at.y < y + graphSizes.nodeHeight),
      )
      .map(({ node }) => `${from} → ${to} crosses ${node.key}`),
  )

describe.each(Object.entries(plans))('the graph of %s', (_name, steps) => {
  const layout = layOutGraph(steps)

  test('gives every resource a place of its own', () => {
    expect(layout.nodes).toHaveLength(steps.length)
    expect(new Set(layout.nodes.map(({ column, row }) => `${column} ${row}`)).size).toBe(steps.length)
  })

  test('leads every stream to the right', () => {
    const xOf = new Map(layout.nodes.map(({ node, x }) => [node.key, x]))
    for (const { from, to } of layout.edges) expect(xOf.get(from), `${from} before ${to}`).toBeLessThan(xOf.get(to) ?? 0)
  })

  test('leads no stream under a resource that it has nothing to do with', () => {
    expect(crossed(layout)).toEqual([])
  })
})
