import '@patternfly/patternfly/patternfly.css'
import '@patternfly/react-core/dist/styles/base.css'
import { SourceTargetView } from '@kaoto/esm/components/View/SourceTargetView.js'
import {
  DocumentDefinition, DocumentDefinitionType, DocumentInitializationModel, DocumentType, type KaotoField,
} from '@kaoto/esm/models/datamapper/document.js'
import { MappingTree } from '@kaoto/esm/models/datamapper/mapping.js'
import { DataMapperCanvasProvider } from '@kaoto/esm/providers/datamapper-canvas.provider.js'
import { DataMapperProvider } from '@kaoto/esm/providers/datamapper.provider.js'
import { DocumentService } from '@kaoto/esm/services/document.service.js'
import { MappingSerializerService } from '@kaoto/esm/services/mapping-serializer.service.js'
import { MappingService } from '@kaoto/esm/services/mapping.service.js'
import { createRoot } from 'react-dom/client'
import { splitPath } from '@/lib/xdm/xdm-path'
import type { BenchLists } from '../make-lists'
import { runContender } from './run-contender'

type Tree = readonly { name: string; type: string; children: Tree }[]

const plainTypes: Readonly<Record<string, string>> = { integer: 'integer', long: 'integer', short: 'integer', byte: 'integer', number: 'number', boolean: 'boolean' }

/** Kaoto reads JSON Schema: fields become properties, lists of objects become arrays. */
function toJsonSchema(fields: Tree): object {
  const properties = Object.fromEntries(fields.map(({ name, type, children }) => {
    const inner = children.length > 0 ? toJsonSchema(children) : { type: plainTypes[type] ?? 'string' }
    return [name, type === 'array' ? { type: 'array', items: inner } : inner]
  }))
  return { type: 'object', properties }
}

const define = (side: DocumentType, name: string, fields: Tree): DocumentDefinition =>
  new DocumentDefinition(side, DocumentDefinitionType.JSON_SCHEMA, name, { 'schema.json': JSON.stringify(toJsonSchema(fields)) })

/** The fields on the way from the root to a path; undefined where Kaoto has no such field. */
function wayTo(root: KaotoField, path: string): KaotoField[] | undefined {
  const way = [root]
  for (const segment of splitPath(path)) {
    const above = way.at(-1)
    const next = above?.fields.find(({ key }) => key === segment.replaceAll('[*]', ''))
    if (!next) return undefined
    way.push(next)
  }
  return way
}

/** The links as the stylesheet in which Kaoto keeps a mapping. Columns are a parameter: its JSON body cannot be a source. */
function writeLinks(model: DocumentInitializationModel, { document: { rows } }: BenchLists): string | undefined {
  const documents = DocumentService.createInitialDocuments(model)
  const source = documents?.sourceParameterMap.get('columns')
  const [from, to] = [source?.fields[0], documents?.targetBodyDocument?.fields[0]]
  if (!documents || !from || !to) throw new Error('Kaoto made no documents of the lists.')
  const tree = new MappingTree(DocumentType.TARGET_BODY, 'Body', DocumentDefinitionType.JSON_SCHEMA)
  for (const row of rows) {
    const [column] = wayTo(from, row.source)?.slice(-1) ?? []
    const way = wayTo(to, row.destination)
    if (!column || !way) continue
    let place = tree
    for (const field of way) place = place.children.find((child) => child.field === field) ?? MappingService.createFieldItem(place, field)
    MappingService.mapToField(column, place)
  }
  return MappingSerializerService.serialize(tree, documents.sourceParameterMap)
}

await runContender({
  prepare: (lists) => {
    const model = new DocumentInitializationModel(
      { columns: define(DocumentType.PARAM, 'columns', lists.sources) },
      new DocumentDefinition(DocumentType.SOURCE_BODY, DocumentDefinitionType.Primitive),
      define(DocumentType.TARGET_BODY, 'Body', lists.targets),
    )
    const links = writeLinks(model, lists)
    return (root) => createRoot(root).render(
      <div style={{ height: '100dvh' }}>
        <DataMapperProvider documentInitializationModel={model} initialXsltFile={links}>
          <DataMapperCanvasProvider>
            <SourceTargetView />
          </DataMapperCanvasProvider>
        </DataMapperProvider>
      </div>,
    )
  },
  rows: (side) => `[data-testid^="node-${side}-"].node__container`,
})
