import { z } from 'zod'

import type { JsonObject } from '../content/types'
import { asArray } from '../json'
import { findSchema } from '../registry/lookup'
import type { Scope } from '../store'
import type { World } from '../world'
import { badRequest } from './errors'

const contentType = /^application\/vnd\.adobe\.xed(-[a-z]+)*\+json;\s*version=1(\.\d+)?$/

const datasetForm = z.looseObject({
  name: z.string().trim().min(1),
  description: z.string().optional(),
  schemaRef: z.strictObject({
    id: z.string().min(1),
    contentType: z.string().regex(contentType, 'is a media type such as application/vnd.adobe.xed+json;version=1'),
  }),
  tags: z.record(z.string(), z.array(z.string())).optional(),
  fileDescription: z.looseObject({}).optional(),
  enableErrorDiagnostics: z.boolean().optional(),
})

const profileTags = ['unifiedProfile', 'unifiedIdentity']

/** Checks a dataset as it would be: its form, that its schema exists, and that Profile may have its data. */
export function checkDataset(world: World, scope: Scope, dataset: JsonObject): void {
  const parsed = datasetForm.safeParse(dataset)
  if (!parsed.success) throw badRequest(`The dataset is not valid: ${z.prettifyError(parsed.error)}`)
  const { schemaRef, tags = {} } = parsed.data
  const schema = findSchema(world, scope, schemaRef.id)
  if (schema === undefined) throw badRequest(`The schema ${schemaRef.id} does not exist in this sandbox.`)
  const wantsProfile = profileTags.some((tag) => tags[tag]?.some((value) => /^enabled:\s*true$/.test(value)))
  if (wantsProfile && !asArray(schema['meta:immutableTags']).includes('union'))
    throw badRequest('The schema is not enabled for Profile: it lacks the tag union.')
}
