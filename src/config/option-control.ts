import { token } from './option-kinds.ts'
import { onOff } from './option-values.ts'

/** The options of what only a mock has; a part of the table of all options. */
export const controlOptions = {
  control: {
    flag: '--control',
    group: 'Control',
    form: '',
    kind: onOff,
    default: 'true',
    line: 'Answer below /_mock, where a test moves time, adds faults and sees what was asked; --no-control removes it all.',
    forPrograms:
      'Answer below /_mock, where a test moves time, adds faults and sees what was asked; true if not given.',
  },
  token: {
    flag: '--token',
    group: 'Control',
    form: '<text>',
    kind: token,
    default: undefined,
    line: 'What requests below /_mock must send as X-Mock-Token. Left out, none is needed on loopback; on any other address one is made and told once on stderr.',
    forPrograms:
      'What requests below /_mock must send as X-Mock-Token. Left out, none is needed on loopback; on any other address one is made.',
  },
  prefer: {
    flag: '--prefer',
    group: 'Control',
    form: '',
    kind: onOff,
    default: 'true',
    line: 'Let a request ask for its own fault, such as Prefer: mock-status=503; --no-prefer ignores it.',
    forPrograms: 'Let a request ask for its own fault, such as Prefer: mock-status=503; true if not given.',
  },
  strict: {
    flag: '--strict',
    group: 'Control',
    form: '',
    kind: onOff,
    default: 'false',
    line: 'Refuse with 400 what EM lets pass: parameters and body members that nothing reads, unknown names in filters, old API versions.',
  },
  strictLinks: {
    flag: '--strict-links',
    group: 'Control',
    form: '',
    kind: onOff,
    default: 'false',
    line: 'Refuse with 400 a URL that a client built instead of reading it from an answer.',
  },
  quietHeaders: {
    flag: '--quiet-headers',
    group: 'Control',
    form: '',
    kind: onOff,
    default: 'false',
    line: 'Send no header that begins with X-Mock-.',
  },
} as const
