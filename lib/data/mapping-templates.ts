import 'server-only'
import { templateDocument, type MappingTemplate } from '@/lib/mapping/mapping-template'
import type { MappingDocument } from '@/lib/mapping/mapping-document'
import { database } from './database'
import { Prisma } from './generated/client'

const templatesMax = 200

/** The templates of a source by name. One that an older version of the app wrote in another form is left out. */
export async function listMappingTemplates(sourceKey: string): Promise<MappingTemplate[]> {
  const rows = await database().mappingTemplate.findMany({ where: { sourceKey }, orderBy: { name: 'asc' }, take: templatesMax })
  return rows.flatMap(({ id, name, table, document }) => {
    const read = templateDocument.safeParse(document)
    return read.success ? [{ id, name, table: table ?? undefined, document: read.data }] : []
  })
}

export type NewTemplate = {
  sourceKey: string
  name: string
  table: string | undefined
  document: MappingDocument
  createdById: string
  /** What has the name already is written over; otherwise it stays and the answer is `taken`. */
  replaces: boolean
}

export type TemplateAnswer = { outcome: 'done'; id: string } | { outcome: 'taken' } | { outcome: 'missing' }

/** Keeps a mapping under a name. Two at the same moment under one name make one template. */
export async function saveMappingTemplate({ sourceKey, name, table, document, createdById, replaces }: NewTemplate): Promise<TemplateAnswer> {
  const data = { table: table ?? null, document: templateDocument.parse(document) as Prisma.InputJsonObject }
  const { mappingTemplate } = database()
  if (replaces) {
    const where = { sourceKey_name: { sourceKey, name } }
    const { id } = await mappingTemplate.upsert({ where, update: data, create: { sourceKey, name, createdById, ...data } })
    return { outcome: 'done', id }
  }
  return unlessTaken(async () => (await mappingTemplate.create({ data: { sourceKey, name, createdById, ...data } })).id)
}

/** Gives a template another name, unless another of the source has it. */
export async function renameMappingTemplate(id: string, name: string): Promise<TemplateAnswer> {
  return unlessTaken(async () => (await database().mappingTemplate.update({ where: { id }, data: { name } })).id)
}

/** Forgets a template; mappings that were made from it stay. One that is gone already is no failure. */
export async function deleteMappingTemplate(id: string): Promise<void> {
  await database().mappingTemplate.deleteMany({ where: { id } })
}

/** Prisma's codes for a name that is taken (P2002) and a row that is not there (P2025). */
async function unlessTaken(write: () => Promise<string>): Promise<TemplateAnswer> {
  try {
    return { outcome: 'done', id: await write() }
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error
    if (error.code === 'P2002') return { outcome: 'taken' }
    if (error.code === 'P2025') return { outcome: 'missing' }
    throw error
  }
}
