import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { SetupStepView } from '@/components/setup/setup-step-view'
import { requireUser } from '@/lib/access/authorise'
import { getDraft, visitStep } from '@/lib/data/drafts'
import { firstIncompleteStep, isStepOpen } from '@/lib/flows/step-problems'
import { changeSteps, paths, setupSteps } from '@/lib/paths'

type StepPageProps = { params: Promise<{ draftId: string; step: string }> }

const stepOf = (text: string) => setupSteps.find((step) => step === text)

export async function generateMetadata({ params }: StepPageProps): Promise<Metadata> {
  const t = await getTranslations('setup')
  const step = stepOf((await params).step)
  return { title: step ? `${t(`steps.${step}`)} · ${t('frame.newFlow')}` : t('frame.newFlow') }
}

/** One step of the wizard. A step that is not open yet leads to the first one that lacks something, and says so there. */
export default async function StepPage({ params }: StepPageProps) {
  const user = await requireUser()
  const { draftId, step: asked } = await params
  const step = stepOf(asked)
  const draft = await getDraft(draftId, user.id)
  if (!step || !draft) notFound()
  if (draft.changes && !changeSteps.some((one) => one === step)) redirect(paths.setup(draftId, 'mapping'))
  if (!isStepOpen(step, draft.answers)) {
    redirect(`${paths.setup(draftId, firstIncompleteStep(draft.answers))}?locked=${step}`)
  }
  // Creation begins by pressing "Create flow" in the review; its page has nothing to show before.
  if (step === 'create' && !draft.flowId) redirect(paths.setup(draftId, 'review'))
  await visitStep(draftId, user.id, step)
  return <SetupStepView step={step} {...(draft.flowId ? { flowId: draft.flowId } : {})} />
}
