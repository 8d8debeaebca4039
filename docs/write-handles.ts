import { holesOf, type Argument } from '../src/control/argument.ts'
import type { ControlOperation } from '../src/control/control-operation.ts'
import type { Properties, JsonShape } from '../src/json-schema/kinds.ts'
import { placeOf } from '../src/embed/placed.ts'
import { typeIn } from './type-in.ts'

type Operation = ControlOperation<never>

/**
 * What the handle of a world, and that of a server, has of the operations below `/_mock`, as TypeScript.
 * @param index the text of `src/index.ts`, which says where the names of types are from.
 */
export function writeHandles(operations: readonly Operation[], index: string): string {
  const own = operations
    .filter((operation) => placeOf(operation).isElsewhere !== true)
    .sort((a, b) => (placeOf(a).at < placeOf(b).at ? -1 : 1))
  const [ofServer, ofWorld] = [own.filter(isOfServer), own.filter((each) => !isOfServer(each))]
  const written = `/** What a world is asked and told: the operations below \`/_mock\`. */
export interface WorldOperations ${groupOf(ofWorld)}

/** What a server is asked besides, of all its worlds. */
export interface ServerOperations ${groupOf(ofServer)}
`
  return `// Generated from the operations of src/control by \`npm run generate\`. Do not edit.\n${importsFor(written, index)}\n${written}`
}

const isOfServer = ({ ofServer }: Operation): boolean => ofServer === true

/** Their methods, and the groups that some of them are in. */
function groupOf(operations: readonly Operation[], before = ''): string {
  const rests = operations.map((operation) => placeOf(operation).at.slice(before.length))
  const names = [...new Set(rests.map((rest) => rest.split('.')[0] ?? ''))]
  const members = names.map((name) => {
    const inside = operations.filter((_, n) => rests[n]?.startsWith(`${name}.`))
    if (inside.length > 0) return `readonly ${name}: ${groupOf(inside, `${before}${name}.`)}`
    return operations
      .filter((_, n) => rests[n] === name)
      .map((each) => methodOf(each, name))
      .join('')
  })
  return `{ ${members.join('\n')} }`
}

function methodOf(operation: Operation, name: string): string {
  const { method, path, description: says, takes = [], answer } = operation
  const place = placeOf(operation)
  const taken = takes.map((each) => argumentOf(operation, each))
  const told = taken
    .filter(({ says: said }) => said !== undefined)
    .map((each) => `@param ${each.name} ${each.says ?? ''}`)
  const gives = place.type ?? givenBy(answer, place.gives)
  const type = place.isPromise === true ? `Promise<${gives}>` : gives
  const lines = [`${says} The same as \`${method} /_mock/${path}\`.`, ...told]
  const comment =
    lines.length === 1 ? `/** ${lines.join('')} */` : `/**\n${lines.map((line) => ` * ${line}\n`).join('')} */`
  return `\n${comment}\n${name}(${taken.map(({ text }) => text).join(', ')}): ${type}\n`
}

function givenBy(answer: Operation['answer'], member: string | undefined): string {
  if ('mediaType' in answer) return 'string'
  if (member === undefined || answer.kind !== 'object') return typeIn(answer)
  const shape = answer.properties[member]
  if (shape === undefined) throw new Error(`There is no ${member} in ${answer.description}.`)
  return typeIn(shape)
}

/** An argument as it stands between the brackets, and what is said of it where its type does not tell. */
function argumentOf(operation: Operation, argument: Argument) {
  const { name, of, type }: Exclude<Argument, string> = typeof argument === 'string' ? { name: argument } : argument
  const { body, holes, parameters = {}, isOptional = false } = operation
  const shape: Properties[string] | undefined =
    of === 'body' ? body : (holes?.[name] ?? parameters[name] ?? memberOf(body, name))
  const written = type ?? (shape === undefined ? 'string' : typeIn(shape))
  const says = shape?.kind === 'string' && shape.typeName === undefined ? shape.description : undefined
  if (of === 'rest') return { name, text: `...${name}: ${written}`, says }
  const isHole = holesOf(operation.path).includes(name)
  const mayLack = of === 'body' ? isOptional : of === 'parameters' || (!isHole && shape?.isOptional)
  return { name, text: `${name}${mayLack === true ? '?' : ''}: ${written}`, says }
}

/** The shape of a member of a body. Undefined if it has none of that name. */
const memberOf = (body: JsonShape | undefined, name: string): Properties[string] | undefined =>
  body?.kind === 'object' ? body.properties[name] : undefined

/** The imports of the types that a text names. */
function importsFor(written: string, index: string): string {
  const exported = [...index.matchAll(/export type \{ ([^}]*) \} from '([^']+)'/g)]
  return exported
    .map(([, names = '', from = '']) => ({
      from,
      names: names.split(', ').filter((name) => new RegExp(`\\b${name}\\b`).test(code(written))),
    }))
    .filter(({ names }) => names.length > 0)
    .map(
      ({ from, names }) =>
        `import type { ${names.join(', ')} } from '${from.replace(/^\.\/(?:embed\/)?/, (before) => (before === './' ? '../' : './'))}'\n`,
    )
    .join('')
}

/** Without its comments. */
const code = (text: string): string => text.replace(/\/\*\*.*?\*\//gs, '')
