/**
 * The little of the two baselines that the pages use. They are installed for the benchmark alone (`baselines.ts`), so
 * their own types are not there when everything else is checked.
 */
declare module '@xyflow/react' {
  import type { ReactNode } from 'react'

  export type Node<Data> = { id: string; type: string; position: { x: number; y: number }; data: Data; draggable: boolean }
  export type NodeProps<Data> = { data: Data }
  export type Edge = { id: string; source: string; target: string }
  export const Position: { Left: 'left'; Right: 'right' }
  export function Handle(props: { type: 'source' | 'target'; position: 'left' | 'right' }): ReactNode
  export function ReactFlow<Data>(props: {
    defaultNodes: Node<Data>[]
    defaultEdges: Edge[]
    nodeTypes: Record<string, (props: NodeProps<Data>) => ReactNode>
    onlyRenderVisibleElements: boolean
    panOnScroll: boolean
    defaultViewport: { x: number; y: number; zoom: number }
    minZoom: number
  }): ReactNode
}

declare module '@xyflow/react/dist/style.css'
declare module '@patternfly/patternfly/patternfly.css'
declare module '@patternfly/react-core/dist/styles/base.css'

declare module '@kaoto/esm/models/datamapper/document.js' {
  export type KaotoField = { key: string; fields: KaotoField[] }
  export type KaotoDocument = { fields: KaotoField[] }
  export enum DocumentType { SOURCE_BODY = 'sourceBody', TARGET_BODY = 'targetBody', PARAM = 'param' }
  export enum DocumentDefinitionType { Primitive = 'Primitive', JSON_SCHEMA = 'JSON Schema' }
  export class DocumentDefinition {
    readonly definitionType: DocumentDefinitionType
    constructor(side: DocumentType, type: DocumentDefinitionType, name?: string, files?: Record<string, string>)
  }
  export class DocumentInitializationModel {
    readonly targetBody: DocumentDefinition
    constructor(parameters: Record<string, DocumentDefinition>, source: DocumentDefinition, target: DocumentDefinition)
  }
}

declare module '@kaoto/esm/models/datamapper/mapping.js' {
  import type { DocumentDefinitionType, DocumentType, KaotoField } from '@kaoto/esm/models/datamapper/document.js'

  export class MappingTree {
    constructor(side: DocumentType, id: string, type: DocumentDefinitionType)
    children: MappingTree[]
    field?: KaotoField
  }
}

declare module '@kaoto/esm/services/mapping.service.js' {
  import type { KaotoField } from '@kaoto/esm/models/datamapper/document.js'
  import type { MappingTree } from '@kaoto/esm/models/datamapper/mapping.js'

  export const MappingService: {
    createFieldItem: (parent: MappingTree, field: KaotoField) => MappingTree
    mapToField: (source: KaotoField, item: MappingTree) => void
  }
}

declare module '@kaoto/esm/services/mapping-serializer.service.js' {
  import type { KaotoDocument } from '@kaoto/esm/models/datamapper/document.js'
  import type { MappingTree } from '@kaoto/esm/models/datamapper/mapping.js'

  export const MappingSerializerService: { serialize: (tree: MappingTree, parameters: Map<string, KaotoDocument>) => string }
}

declare module '@kaoto/esm/services/document.service.js' {
  import type { DocumentInitializationModel, KaotoDocument } from '@kaoto/esm/models/datamapper/document.js'

  export const DocumentService: {
    createInitialDocuments: (model: DocumentInitializationModel) => { sourceParameterMap: Map<string, KaotoDocument>; targetBodyDocument?: KaotoDocument } | null
  }
}

declare module '@kaoto/esm/providers/datamapper.provider.js' {
  import type { ReactNode } from 'react'
  import type { DocumentInitializationModel } from '@kaoto/esm/models/datamapper/document.js'

  export function DataMapperProvider(props: {
    documentInitializationModel: DocumentInitializationModel; initialXsltFile: string | undefined; children: ReactNode
  }): ReactNode
}

declare module '@kaoto/esm/providers/datamapper-canvas.provider.js' {
  import type { ReactNode } from 'react'

  export function DataMapperCanvasProvider(props: { children: ReactNode }): ReactNode
}

declare module '@kaoto/esm/components/View/SourceTargetView.js' {
  import type { ReactNode } from 'react'

  export function SourceTargetView(): ReactNode
}
