import { oneOfWords, textOption } from './option-values.ts'

/** The options of what is told of it; a part of the table of all options. */
export const tellingOptions = {
  readyFile: {
    flag: '--ready-file',
    group: 'Telling',
    form: '<file>',
    kind: textOption('the path of a file'),
    default: undefined,
    line: 'Where to write the line on stdout that tells where it answers, once it does; commands that ask a running server find it by the same file.',
    forPrograms: 'The path of a file that tells where it answers, once it does, in one line of JSON.',
  },
  log: {
    flag: '--log',
    group: 'Telling',
    form: '<silent|info|debug>',
    kind: oneOfWords('silent', 'info', 'debug'),
    default: 'info',
    line: 'What is logged to stderr, at info a line for every request: text on a terminal, else JSON (a program that embeds the server: silent).',
    forPrograms: 'What is logged to stderr; `silent` if not given.',
  },
} as const
