import { nearestOption, usage, type Problem } from '../../config/option-problems.ts'
import type { Told } from '../../config/options.ts'
import { jsonIn, tell, type CommandOutcome } from './ask.ts'
import { checkJson, readJsonFile, type Input } from './read-json.ts'
import { serverOf } from './server-of.ts'
import { textTable } from './text-table.ts'

type Question = Parameters<typeof tell>[1]

interface Deed {
  /** What is to be given with it, if anything. */
  readonly needs: string | undefined
  /** It may be left out. */
  readonly isOptional?: true
  readonly ask: (given: string) => Question | Promise<Question | { readonly problem: Problem }>
}

/** Lists the faults of a world, or adds one, removes one or clears them. @param form how help shows what comes after the command. */
export function faults(told: Told, form: string, input: Input): Promise<CommandOutcome> {
  const columns = ['name', 'hits', 'when', 'effect', 'skip', 'times', 'probability']
  return change(told, form, columns, {
    add: {
      needs: 'a file or JSON',
      ask: async (given) => {
        const body = given.trimStart().startsWith('{')
          ? checkJson(given, 'What was given')
          : await readJsonFile(given, input)
        return 'problem' in body ? body : { method: 'POST', path: '/_mock/faults', body: body.text }
      },
    },
    remove: { needs: 'a name', ask: (name) => ({ method: 'DELETE', path: at('faults', name) }) },
    clear: { needs: undefined, ask: () => ({ method: 'DELETE', path: '/_mock/faults' }) },
  })
}

/** Lists the snapshots of a world, or takes, restores or drops one. @param form how help shows what comes after the command. */
export function snapshots(told: Told, form: string): Promise<CommandOutcome> {
  return change(told, form, ['name', 'now'], {
    take: {
      needs: 'a name',
      isOptional: true,
      ask: (name) => ({
        method: 'POST',
        path: name === '' ? '/_mock/snapshots' : at('snapshots', name),
      }),
    },
    restore: {
      needs: 'a name',
      ask: (name) => ({ method: 'POST', path: `${at('snapshots', name)}/restore` }),
    },
    drop: { needs: 'a name', ask: (name) => ({ method: 'DELETE', path: at('snapshots', name) }) },
  })
}

const at = (list: string, name: string): string => `/_mock/${list}/${encodeURIComponent(name)}`

async function change(
  { command, settings, own, operands: [verb, given] }: Told,
  operands: string,
  columns: readonly string[],
  deeds: Readonly<Record<string, Deed>>,
): Promise<CommandOutcome> {
  const server = serverOf(settings, own)
  if ('problem' in server) return server
  if (verb === undefined) {
    const outcome = await tell(server, { method: 'GET', path: `/_mock/${command}` })
    return 'problem' in outcome || own.json ? outcome : { text: listed(outcome.text, columns) }
  }
  const deed = Object.hasOwn(deeds, verb) ? deeds[verb] : undefined
  const form = `mock-em ${command} ${operands}`
  if (deed === undefined) {
    const guess = nearestOption(verb, Object.keys(deeds))
    return usage(`${verb} is nothing that ${command} can do.${guess} The form is ${form}.`)
  }
  if ((given === undefined) !== (deed.needs === undefined) && !(given === undefined && deed.isOptional))
    return usage(`${command} ${verb} takes ${deed.needs ?? 'nothing more'}: ${form}.`)
  const question = await deed.ask(given ?? '')
  return 'problem' in question ? question : tell(server, question)
}

/** A table of the one list that is in an answer; an answer without one as it is. */
function listed(answer: string, columns: readonly string[]): string {
  const members = Object.entries(Object(jsonIn(answer)) as Readonly<Record<string, unknown>>)
  const [name, list] = members.find(([, value]) => Array.isArray(value)) ?? []
  if (!Array.isArray(list)) return answer
  const rows = list.map((row) => Object(row) as Readonly<Record<string, unknown>>)
  return rows.length === 0 ? `There are no ${name ?? ''}.` : textTable(rows, columns)
}
