import { certificateName } from './option-kinds.ts'
import { commas, several, textOption } from './option-values.ts'

/** The options of HTTPS; a part of the table of all options. */
export const tlsOptions = {
  tlsCert: {
    flag: '--tls-cert',
    group: 'TLS',
    form: '<file>',
    kind: textOption('the path of a PEM file'),
    default: undefined,
    line: 'Certificate (PEM); left out, one is signed by an authority of our own when first needed.',
    forPrograms:
      'The path of a certificate (PEM); left out, one is signed by an authority of our own when first needed.',
  },
  tlsKey: {
    flag: '--tls-key',
    group: 'TLS',
    form: '<file>',
    kind: textOption('the path of a PEM file'),
    default: undefined,
    line: 'Private key (PEM) of the certificate.',
    forPrograms: "The path of the certificate's private key (PEM).",
  },
  tlsSan: {
    flag: '--tls-san',
    group: 'TLS',
    form: '<name>',
    kind: several(certificateName, commas),
    default: '',
    line: 'Name or address that the certificate of our own is for too; repeatable, commas between.',
    forPrograms: 'Names and addresses that the certificate of our own is for too.',
  },
  tlsDir: {
    flag: '--tls-dir',
    group: 'TLS',
    form: '<folder|off>',
    kind: textOption('the path of a folder, or off'),
    default: undefined,
    line: 'Where our own authority is kept, so that a client trusts it once; off keeps it in memory. Left out, a folder of the user for the command, memory for programs.',
    forPrograms: 'The folder where our own authority is kept, so that a client trusts it once; in memory if not given.',
  },
} as const
