'use client'

import { ChevronRight, KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { cx } from '@/components/ui/cx'
import { SearchField } from '@/components/ui/search-field'
import { selectFields } from '@/lib/mapping/select-fields'
import type { XdmField } from '@/lib/xdm/field'

const countLeaves = (fields: readonly XdmField[]): number =>
  fields.reduce((sum, { children }) => sum + (children.length > 0 ? countLeaves(children) : 1), 0)

/** Fields of which something matches, with their ancestors. */
function keep(fields: readonly XdmField[], kept: ReadonlySet<string>): XdmField[] {
  return fields.filter(({ path }) => kept.has(path)).map((field) => ({ ...field, children: keep(field.children, kept) }))
}

const branches = (fields: readonly XdmField[]): string[] =>
  fields.flatMap(({ path, children }) => (children.length > 0 ? [path, ...branches(children)] : []))

/** A schema's fields to look through: folded branches, found by typing. */
export function FieldTree({ fields, label }: { fields: readonly XdmField[]; label: string }) {
  const t = useTranslations('setup.target')
  const [query, setQuery] = useState('')
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(fields.filter(({ tenant }) => tenant).map(({ path }) => path)))
  const search = useDeferredValue(query.trim())
  const shown = useMemo(() => {
    const selection = selectFields(fields, search)
    return selection ? keep(fields, selection.kept) : fields
  }, [fields, search])
  const expanded = useMemo(() => (search ? new Set(branches(shown)) : opened), [opened, search, shown])
  const total = useMemo(() => countLeaves(fields), [fields])

  return (
    <div className="flex flex-col gap-2">
      <SearchField label={t('searchFields')} value={query} onChange={setQuery} />
      <p role="status" className="text-12 text-ink-quiet">
        {search ? t('fieldsFound', { count: countLeaves(shown), of: total }) : t('fieldCount', { count: total })}
      </p>
      <Tree
        aria-label={label}
        selectionMode="none"
        expandedKeys={[...expanded]}
        onExpandedChange={(keys) => setOpened(new Set([...keys].map(String)))}
        renderEmptyState={() => <p className="px-3 py-2 text-13 text-ink-quiet">{t('noFieldFound', { query: search })}</p>}
        className="relative max-h-[28rem] overflow-auto rounded-md border border-line bg-surface-1 py-1"
      >
        {shown.map((field) => (
          <FieldItem key={field.path} field={field} expanded={expanded} />
        ))}
      </Tree>
    </div>
  )
}

/** A field with those in it, which are built only once it is open: a schema has hundreds. */
function FieldItem({ field, expanded }: { field: XdmField; expanded: ReadonlySet<string> }) {
  const t = useTranslations('setup.target')
  const { path, name, type, itemType, title, required, identity, tenant, deprecated, children } = field
  return (
    <TreeItem
      id={path}
      textValue={name}
      hasChildItems={children.length > 0}
      className="group/row text-13 focus-visible:-outline-offset-2 data-focus-visible:-outline-offset-2"
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div className="flex min-h-7 items-center gap-1.5 pr-3 hover:bg-surface-2 pointer-coarse:min-h-10" style={{ paddingLeft: `${(level - 1) * 16 + 8}px` }} title={title}>
            {hasChildItems ? (
              <Button slot="chevron" className="flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-quiet hover:text-ink">
                <ChevronRight aria-hidden className={cx('transition-transform', isExpanded && 'rotate-90')} />
              </Button>
            ) : (
              <span aria-hidden className="size-6 shrink-0" />
            )}
            <code className={cx('min-w-0 truncate text-12', tenant && 'text-accent', deprecated && 'text-ink-quiet line-through')}>{name}</code>
            {identity && <KeyRound role="img" aria-label={t(`identityMark.${identity}`)} className="text-info" />}
            {required && <span className="text-12 text-ink-quiet">{t('required')}</span>}
            <span className="ml-auto shrink-0 text-12 text-ink-quiet">{itemType ? `${type}<${itemType}>` : type}</span>
          </div>
        )}
      </TreeItemContent>
      {expanded.has(path) && children.map((child) => <FieldItem key={child.path} field={child} expanded={expanded} />)}
    </TreeItem>
  )
}
