import type { Resource } from '../../model/resource.ts'
import type { Struct } from '../../model/shape.ts'
import type { Format } from '../../query/format.ts'
import type { Page } from '../../query/page.ts'
import { resources } from '../../resources/index.ts'
import { pagesCount } from '../../model/paging.ts'
import { pagingHrefs } from '../../query/paging-links.ts'
import { readQuery } from '../../query/read-query.ts'
import { runQuery } from '../../query/run-query.ts'
import { every } from '../../query/selection.ts'
import type { Row } from '../../model/shape.ts'
import type { Answer } from '../../wire/answer.ts'
import { containersOf, queryResultShape } from '../../wire/documents.ts'
import { permit } from '../../worlds/permit.ts'
import type { SessionContext } from '../request/request-path.ts'
import { ownOnly } from './view.ts'

export type AnswerQuery = typeof answerQuery

/** `GET /api/query` (em_rest query_service). Throws ApiErrors for what cannot be understood. */
export function answerQuery(context: SessionContext): Answer {
  const { settings, simulation } = context.world
  const { store } = simulation
  const { resource, format, query, unread } = readQuery(context.parameters, store.register)
  permit(context.session, resource.onlyFor)
  context.unread = unread
  const selection = every([query.selection, ownOnly(resource, context.session)])
  const page = runQuery(store.table(resource.name), { ...query, selection })
  return describePage(resource, format, page, pagingHrefs(context.parameters, page, settings.dialect))
}

function describePage(
  resource: Resource,
  format: Format,
  page: Page<Row>,
  links: readonly { Rel: string; Href: string }[],
): Answer {
  const { rows } = page
  const inContainer = { [resource.container ?? '']: rows.length }
  return {
    kind: 'document',
    isLasting: resource.ofLogon !== true,
    name: 'QueryResult',
    shape: shapeOf(resource, format),
    value: {
      Refs: rows.length,
      Entities: inContainer,
      Resources: inContainer,
      PagingInfo: {
        Links: links,
        PageNum: page.page,
        PageSize: page.pageSize,
        PagesCount: pagesCount(page),
      },
    },
    rows: { resource, form: format === 'entities' ? 'entity' : 'reference', rows },
  }
}

const containers = containersOf(resources)
const shapes = new Map<string, Struct>()

function shapeOf(resource: Resource, format: Format): Struct {
  const key = `${resource.name} ${format}`
  let shape = shapes.get(key)
  if (shape === undefined) shapes.set(key, (shape = queryResultShape(resource, format, containers)))
  return shape
}
