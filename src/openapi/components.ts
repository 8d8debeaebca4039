import type { Resource } from '../model/resource.ts'
import type { Root } from '../wire/answer.ts'
import { containersOf, errorShape, formShape, listShape, queryResultShape } from '../wire/documents.ts'
import type { Form } from '../wire/representation.ts'
import type { Dialect } from '../wire/write-json.ts'
import { orNull, schemaOf, type OpenApiSchema } from './schema-of.ts'

/** The schemas of a document, each made when it is first referred to. */
export class Components {
  readonly dialect: Dialect
  readonly #schemas = new Map<string, OpenApiSchema>()

  constructor(dialect: Dialect) {
    this.dialect = dialect
  }

  /** All that were referred to, by name. */
  get schemas(): Readonly<Record<string, OpenApiSchema>> {
    return Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** A document by its root. */
  root({ name, shape }: Root): OpenApiSchema {
    return this.refer(name, () => schemaOf(shape, this.dialect))
  }

  error(): OpenApiSchema {
    return this.root({ name: 'Error', shape: errorShape })
  }

  /** One of a resource, in a form; what has no key has one form. */
  row(resource: Resource, form: Form): OpenApiSchema {
    const isReference = form === 'reference' && resource.keyless === undefined
    const name = isReference ? `${resource.name}Reference` : resource.name
    return this.refer(name, () => schemaOf(formShape(resource, form), this.dialect))
  }

  /** All forms that one of any of the resources may be asked for. */
  oneOf(resources: readonly Resource[]): OpenApiSchema {
    return either(resources.flatMap((resource) => formsOf(resource).map((form) => this.row(resource, form))))
  }

  /** The same of a list of them. */
  listOf(resource: Resource): OpenApiSchema {
    return either(
      formsOf(resource).map((form) => {
        const { shape } = listShape(resource, form)
        return this.refer(`${resource.name}${form === 'reference' ? 'ReferenceList' : 'List'}`, () =>
          schemaOf(shape, this.dialect, this.row(resource, form)),
        )
      }),
    )
  }

  /** What a query answers, whatever it asks for. */
  queryResult(resources: readonly Resource[]): OpenApiSchema {
    return this.refer('QueryResult', () => {
      const asked = resources.filter(({ container }) => container !== undefined)
      const containers = containersOf(asked)
      const queryOf = (resource: Resource, format: 'references' | 'entities', row: OpenApiSchema) =>
        schemaOf(queryResultShape(resource, format, containers), this.dialect, row)
      // Their forms differ in what they say they are.
      const reference = this.refer('EntityReference', () =>
        merged(
          asked
            .filter(({ keyless }) => keyless === undefined)
            .map((each) => schemaOf(formShape(each, 'reference'), this.dialect)),
        ),
      )
      const whole = asked.map((each) => queryOf(each, 'entities', this.row(each, 'entity')))
      const short = asked.map((each) =>
        queryOf(each, 'references', each.keyless === undefined ? reference : this.row(each, 'entity')),
      )
      return merged([...whole, ...short])
    })
  }

  /** A schema by name; the first that is given under a name is that. */
  refer(name: string, make: () => OpenApiSchema): OpenApiSchema {
    if (!this.#schemas.has(name)) {
      // What refers to itself finds itself there.
      this.#schemas.set(name, {})
      this.#schemas.set(name, make())
    }
    return { $ref: `#/components/schemas/${name}` }
  }
}

/** What has no key has one form. */
const formsOf = ({ keyless }: Resource): readonly Form[] =>
  keyless === undefined ? ['reference', 'entity'] : ['entity']

const either = (schemas: readonly OpenApiSchema[]): OpenApiSchema =>
  schemas.length === 1 && schemas[0] !== undefined ? schemas[0] : { anyOf: schemas }

type Properties = Readonly<Record<string, OpenApiSchema>>

/** One schema that each of them fits: what is null in some and something in others may be either. */
function merged(schemas: readonly OpenApiSchema[]): OpenApiSchema {
  const objects = schemas.filter(({ type }) => type === 'object')
  const others = [
    ...new Map(schemas.filter(({ type }) => type !== 'object').map((each) => [JSON.stringify(each), each])).values(),
  ]
  if (objects.length === 0) return mergedOthers(others)
  const names = [...new Set(objects.flatMap(({ properties }) => Object.keys(properties as Properties)))]
  const properties = names.map((name) => {
    const each = objects.flatMap(({ properties }) => (properties as Properties)[name] ?? ([] as OpenApiSchema[]))
    return [name, merged(each as OpenApiSchema[])] as const
  })
  const object: OpenApiSchema = {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: names.filter((name) => objects.every(({ required }) => (required as string[]).includes(name))),
    additionalProperties: false,
  }
  return others.length === 0 ? object : orNull(object)
}

/** The same of what is no object: words of any of them, or one of the schemas. */
function mergedOthers(schemas: readonly OpenApiSchema[]): OpenApiSchema {
  const words = schemas.flatMap(({ enum: each }) => (each as readonly string[] | undefined) ?? [])
  const others = schemas.filter(({ enum: each }) => each === undefined)
  const all = [...(words.length > 0 ? [{ type: 'string', enum: [...new Set(words)] }] : []), ...others]
  return all.length === 1 && all[0] !== undefined ? all[0] : { anyOf: all }
}
