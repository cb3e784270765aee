import type { Plan } from '@/lib/provisioning/plan'
import type { StepKey } from '@/lib/provisioning/step-keys'

/**
 * The steps that ask Adobe for something, by how many calls have to be answered before them: what stands in one wave needs
 * nothing of each other and goes out at the same time. What is reused costs no call and holds nothing up.
 */
export function groupIntoWaves({ steps }: Plan): StepKey[][] {
  const depths = new Map<StepKey, number>()
  const waves: StepKey[][] = []
  for (const { key, needs, mode } of steps) {
    const answered = Math.max(0, ...needs.map((need) => depths.get(need) ?? 0))
    depths.set(key, mode === 'reuse' ? answered : answered + 1)
    if (mode !== 'reuse') (waves[answered] ??= []).push(key)
  }
  return waves
}
