'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { ErrorPanel } from '@/components/ui/error-panel'
import { announce } from '@/components/ui/live-region'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import { ownFieldTypes, type OwnFieldType } from '@/lib/adobe/requests/field-group'
import type { ExplainedError } from '@/lib/explained-error'
import { isFieldName } from '@/lib/flows/clean-field-names'
import { emptyMapping } from '@/lib/mapping/mapping-document'
import { takeStarters } from '@/lib/mapping/usable-starters'
import type { OwnFieldProposal } from '@/lib/sources/own-fields'
import { useDraft, useSetup } from '../draft/setup-provider'

type Line = OwnFieldProposal & { isTaken: boolean }
type OwnFieldsDialogProps = { classId: string; proposals: readonly OwnFieldProposal[]; title: string }

/** Makes a field group out of columns without a place, and links them to it. */
export function OwnFieldsDialog({ classId, proposals, title: proposedTitle }: OwnFieldsDialogProps) {
  const t = useTranslations('setup.target.ownFields')
  const { store, actions } = useSetup()
  const { answers } = useDraft()
  const queries = useQueryClient()
  const [title, setTitle] = useState(proposedTitle)
  const [lines, setLines] = useState<readonly Line[]>(() => proposals.map((proposal) => ({ ...proposal, isTaken: true })))
  const [isOpen, setOpen] = useState(false)
  const [isPending, setPending] = useState(false)
  const [attempted, setAttempted] = useState(false)
  const [error, setError] = useState<ExplainedError>()
  const taken = lines.filter(({ isTaken }) => isTaken)
  const isTwice = (line: Line) => taken.some((other) => other !== line && other.name === line.name)
  const faultOf = (line: Line) => (!line.isTaken ? undefined : !isFieldName(line.name) ? t('nameForm') : isTwice(line) ? t('nameTwice') : undefined)
  const change = (at: number, next: Partial<Line>) => setLines(lines.map((line, index) => (index === at ? { ...line, ...next } : line)))

  async function create() {
    setAttempted(true)
    setError(undefined)
    if (!title.trim() || taken.length === 0 || taken.some(faultOf)) return
    setPending(true)
    const answer = await actions
      .createFieldGroup({
        workspaceId: answers.source?.workspaceId ?? '',
        classId,
        title: title.trim(),
        fields: taken.map(({ name, type, title: label, isRequired }) => ({ name, type, ...(label ? { title: label } : {}), ...(isRequired ? { isRequired } : {}) })),
      })
      .catch(() => ({ ok: false as const, error: { code: 'network', retryable: true } }))
      .finally(() => setPending(false))
    if (!answer.ok) return setError(answer.error)
    const { id, namespace } = answer.data
    const { target, mapping } = store.getState().answers
    const links = taken.map(({ source, name }) => ({ sourceType: 'ATTRIBUTE' as const, source, destination: `${namespace}.${name}` }))
    store.replace({
      target: { ...target, fieldGroupIds: [...(target?.fieldGroupIds ?? []), id] },
      mapping: { ...mapping, document: takeStarters(mapping?.document ?? emptyMapping, links) },
    })
    void queries.invalidateQueries({ queryKey: ['setup', 'field-groups'] })
    announce(t('made', { count: taken.length }))
    setOpen(false)
  }

  return (
    <Dialog
      size="large"
      title={t('dialogTitle')}
      trigger={<Button>{t('open', { count: proposals.length })}</Button>}
      isOpen={isOpen}
      onOpenChange={setOpen}
      footer={(close) => (
        <>
          <Button onPress={close}>{t('cancel')}</Button>
          <Button variant="primary" isPending={isPending} onPress={() => void create()}>
            {t('create', { count: taken.length })}
          </Button>
        </>
      )}
    >
      <p className="measure text-14 text-ink-quiet">{t('lead')}</p>
      {error && <ErrorPanel className="mt-3" error={error} />}
      <TextField
        className="mt-3 max-w-lg"
        label={t('title')}
        isRequired
        value={title}
        onChange={setTitle}
        errorMessage={attempted && !title.trim() ? t('titleMissing') : undefined}
        autoComplete="off"
      />
      {attempted && taken.length === 0 && <p className="mt-2 text-13 text-bad">{t('noneTaken')}</p>}
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {lines.map((line, at) => (
          <OwnFieldLine key={line.source} line={line} fault={attempted ? faultOf(line) : undefined} onChange={(next) => change(at, next)} />
        ))}
      </ul>
    </Dialog>
  )
}

function OwnFieldLine({ line, fault, onChange }: { line: Line; fault: string | undefined; onChange: (next: Partial<Line>) => void }) {
  const t = useTranslations('setup.target.ownFields')
  const d = useTranslations('setup.data.types')
  const { source, sample, name, type, isTaken, isRequired = false } = line
  return (
    <li className="grid items-start gap-x-3 gap-y-2 py-2 sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_10rem_auto]">
      <Checkbox
        className="min-w-0"
        label={<code className="text-12 break-all">{source}</code>}
        description={sample && <span className="line-clamp-1 break-all">{sample}</span>}
        value={isTaken}
        onChange={(next) => onChange({ isTaken: next })}
      />
      {isTaken && (
        <>
          <TextField label={<span className="sr-only">{t('name', { source })}</span>} isMono value={name} onChange={(next) => onChange({ name: next })} errorMessage={fault} autoComplete="off" />
          <SelectField
            label={<span className="sr-only">{t('type', { source })}</span>}
            value={type}
            onChange={(next) => onChange({ type: ownFieldTypes.find((one): one is OwnFieldType => one === next) ?? type })}
            options={ownFieldTypes.map((one) => ({ value: one, label: d(one) }))}
          />
          <Checkbox label={t('required')} value={isRequired} onChange={(next) => onChange({ isRequired: next })} className="pt-1" />
        </>
      )}
    </li>
  )
}
