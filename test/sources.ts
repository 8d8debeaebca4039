import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'
import type { Power } from './modules.ts'

/** What a source says of itself, read from its syntax tree. */
export interface Source {
  readonly path: string
  readonly firstLine: string
  readonly lines: number
  readonly imports: readonly Import[]
  /** The names that are declared and exported in it. */
  readonly exports: readonly string[]
  /** The texts of its string literals and of the fixed parts of its templates. */
  readonly words: readonly string[]
  readonly powers: readonly { readonly power: Power; readonly by: string }[]
  /** Functions, classes and calls. */
  readonly deeds: readonly string[]
}

/** What a file opens of another, be it types alone. */
export interface Import {
  /** As it is written: `./bind.ts`, `#grammar`, `fastify`. */
  readonly written: string
  /** The file it leads to; nothing if it is a package or Node's. */
  readonly file: string | undefined
}

/** The files below the folders, without tests. */
export function readSources(...folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(new URL(`../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort()
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .map((path) => readSource(path, readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'))),
  )
}

export function readSource(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const imports: Import[] = []
  const exports = tree.statements.flatMap(exportedBy)
  const words: string[] = []
  const powers: Source['powers'][number][] = []
  const deeds: string[] = []
  const visit = (node: ts.Node): void => {
    const opened = importOf(node)
    if (opened !== undefined) imports.push({ ...opened, file: fileOf(path, opened.written) })
    if (isWords(node) && !isImportPath(node)) words.push(node.text)
    const power = powerOf(node)
    if (power !== undefined) powers.push({ power, by: briefly(node) })
    if (isDeed(node)) deeds.push(briefly(node))
    ts.forEachChild(node, visit)
  }
  visit(tree)
  const lines = text.replace(/\n$/, '').split('\n')
  return { path, firstLine: lines[0] ?? '', lines: lines.length, imports, exports, words, powers, deeds }
}

/** The names that a statement declares, if it exports them. */
function exportedBy(statement: ts.Statement): readonly string[] {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  if (!isExported) return []
  const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement]
  return declared.flatMap((each) => {
    const name = ts.getNameOfDeclaration(each as ts.Declaration)
    return name !== undefined && ts.isIdentifier(name) ? [name.text] : []
  })
}

const entryPoints: Readonly<Record<string, string>> = {
  '#grammar': 'grammar/index.ts',
  '#seed-data': 'seed-data/index.ts',
}

const fileOf = (from: string, written: string): string | undefined =>
  written.startsWith('.') ? posix.join(posix.dirname(from), written) : entryPoints[written]

function importOf(node: ts.Node): Omit<Import, 'file'> | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
    return { written: node.moduleSpecifier.text }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined)
    return { written: (node.moduleSpecifier as ts.StringLiteral).text }
  // What adds members to the types of another module.
  if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) return { written: node.name.text }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { written: (node.argument.literal as ts.StringLiteral).text }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [target] = node.arguments
    const written = target !== undefined && ts.isStringLiteralLike(target) ? target.text : '?'
    return { written }
  }
  return undefined
}

type Words = ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail

const isWords = (node: ts.Node): node is Words =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)

const isImportPath = ({ parent }: ts.Node): boolean =>
  importOf(parent) !== undefined || (ts.isLiteralTypeNode(parent) && ts.isImportTypeNode(parent.parent))

const powersByName: Readonly<Record<string, Power>> = {
  'Date.now': 'read the wall clock',
  'new Date()': 'read the wall clock',
  performance: 'read the wall clock',
  'Math.random': 'draw at random',
  randomUUID: 'draw at random',
  randomBytes: 'draw at random',
  getRandomValues: 'draw at random',
  setTimeout: 'set timers',
  setInterval: 'set timers',
  setImmediate: 'set timers',
  'AbortSignal.timeout': 'set timers',
  process: 'ask the process',
}

function powerOf(node: ts.Node): Power | undefined {
  if (ts.isImportDeclaration(node) && /^'node:/.test(node.moduleSpecifier.getText())) return 'use node: modules'
  if (ts.isPropertyAccessExpression(node)) return powerNamed(node.getText())
  if (ts.isNewExpression(node)) return node.arguments?.length === 0 ? powerNamed(node.getText()) : undefined
  if (!ts.isIdentifier(node)) return undefined
  const { parent } = node
  // Somebody's member of that name is another thing.
  const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node
  return isMember || ts.isPropertyAssignment(parent) ? undefined : powerNamed(node.text)
}

const powerNamed = (name: string): Power | undefined =>
  Object.hasOwn(powersByName, name) ? powersByName[name] : undefined

const isDeed = (node: ts.Node): boolean =>
  ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isCallOrNewExpression(node)

const briefly = (node: ts.Node): string => (node.getText().split('\n')[0] ?? '').slice(0, 60)
