import { execFile } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { get } from 'node:https'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { Authority } from '../../src/tls/authority.ts'
import { keptAuthority } from '../../src/tls/kept-authority.ts'
import { makeAuthority, makeLeaf } from '../../src/tls/sign.ts'
import { startEnterpriseManager } from '../../src/program.ts'

const now = new Date('2025-08-16T13:30:00Z')
const folders: string[] = []
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'mock-em-tls-'))
  folders.push(folder)
  return folder
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

describe('what an authority signs', async () => {
  const names = ['em.example.test', '*.lab.test', '10.0.0.5', '::1']
  const authority = await makeAuthority(now, 'mock-em on a machine')
  const signer = new X509Certificate(authority.cert)
  const leaf = await makeLeaf(now, names, authority)
  const read = new X509Certificate(leaf.cert)

  it('is for the names and addresses that were asked for', () => {
    expect(read.subjectAltName?.split(', ')).toEqual([
      'DNS:em.example.test',
      'DNS:*.lab.test',
      'IP Address:10.0.0.5',
      'IP Address:0:0:0:0:0:0:0:1',
    ])
  })
  it('is signed by it, which signs itself, on P-256', () => {
    expect([read.checkIssued(signer), read.verify(signer.publicKey), read.ca]).toEqual([true, true, false])
    expect([signer.verify(signer.publicKey), signer.ca]).toEqual([true, true])
    for (const { publicKey } of [read, signer]) expect(publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
    expect(read.checkPrivateKey(createPrivateKey(leaf.key))).toBe(true)
  })
  it('is valid from a day before for two years, and the authority for ten', () => {
    expect([read, signer].map(({ validFrom, validTo }) => [new Date(validFrom), new Date(validTo)])).toEqual([
      [new Date('2025-08-15T13:30:00Z'), new Date('2027-08-16T13:30:00Z')],
      [new Date('2025-08-15T13:30:00Z'), new Date('2035-08-14T13:30:00Z')],
    ]) // prettier-ignore
  })
})

describe('an authority in a folder', () => {
  const make = () => makeAuthority(now, 'made')
  const silent = (sentence: string): never => {
    throw new Error(sentence)
  }

  it('is made once, with its key for its owner alone', async () => {
    const folder = join(await newFolder(), 'not', 'there', 'yet')
    const first = await keptAuthority(folder, now, make, silent)
    expect(await keptAuthority(folder, now, silent as never, silent)).toEqual(first)
    expect((await stat(join(folder, 'ca', 'key.pem'))).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['ca'])
  })

  it('is one, however many begin at once', async () => {
    const folder = await newFolder()
    const all = await Promise.all(Array.from({ length: 8 }, () => keptAuthority(folder, now, make, silent)))
    expect(new Set(all.map(({ cert }) => cert)).size).toBe(1)
    expect(await readdir(folder)).toEqual(['ca'])
  })

  it.each<[string, (ca: string) => Promise<unknown>, RegExp]>([
    ['a certificate is none', (ca) => writeFile(join(ca, 'cert.pem'), 'torn'), /There is no authority in it/],
    ['a key is none', (ca) => writeFile(join(ca, 'key.pem'), ''), /There is no authority in it/],
    [
      'a key is that of another',
      async (ca) => writeFile(join(ca, 'key.pem'), (await make()).key),
      /The key in key\.pem is not that of cert\.pem/,
    ],
    [
      'it is to end soon',
      async (ca) => {
        const old = await makeAuthority(new Date(now.getTime() - 3630 * 86_400_000), 'old')
        await writeFile(join(ca, 'cert.pem'), old.cert)
        await writeFile(join(ca, 'key.pem'), old.key)
      },
      /cert\.pem is valid until 2025-09-\d\dT[\d:.]+Z only/,
    ],
  ])('is made anew, and says so, where %s', async (_, spoil, says) => {
    const folder = await newFolder()
    const first = await keptAuthority(folder, now, make, silent)
    await spoil(join(folder, 'ca'))
    const told: string[] = []
    const next = await keptAuthority(folder, now, make, (sentence) => told.push(sentence))
    expect(next.cert).not.toBe(first.cert)
    expect(told).toEqual([expect.stringMatching(says)])
    expect(await keptAuthority(folder, now, silent as never, silent)).toEqual(next)
    expect(await readdir(folder)).toEqual(['ca'])
  })

  it('is in memory alone, and says so, where none can be kept', async () => {
    const file = join(await newFolder(), 'file')
    await writeFile(file, '')
    const told: string[] = []
    const made = await keptAuthority(file, now, make, (sentence) => told.push(sentence))
    expect(made.cert).toContain('BEGIN CERTIFICATE')
    expect(told).toEqual([expect.stringMatching(/cannot be kept in .*file: .*--tls-dir names another folder/)])
  })
})

it.each(['', '-em', 'a..b', 'a'.repeat(64), `${'a.'.repeat(130)}b`, '<em>', 'em\0'])(
  'signs nothing for %j, which is no name',
  (name) => {
    const signing = { folder: undefined, names: [], tell: () => undefined }
    expect(new Authority(signing).leafFor(name)).toBeUndefined()
  },
)

describe('an authority that has failed', () => {
  /** Whoever is told that it cannot be kept fails, until that is mended. */
  const failing = async () => {
    const folder = join(await newFolder(), 'file')
    await writeFile(folder, '')
    let isBroken = true
    const tell = () => {
      if (isBroken) throw new Error('the first time')
    }
    return { authority: new Authority({ folder, names: [], tell }), mend: () => (isBroken = false) }
  }

  it.each<[what: string, ask: (authority: Authority) => Promise<unknown> | undefined]>([
    ['its certificate', (authority) => authority.certificate()],
    ['one for the names of this machine', (authority) => authority.leaf()],
    ['one for the name that it is called by', (authority) => authority.leafFor('em.test')],
  ])('is asked again for %s', async (_what, ask) => {
    const { authority, mend } = await failing()
    await expect(ask(authority)).rejects.toThrow('the first time')
    mend()
    await expect(ask(authority)).resolves.toBeDefined()
    expect(await authority.certificate()).toBe(await authority.certificate())
  })
})

it('signs for a hundred names that come at once, each once; who comes then has the usual certificate', async () => {
  const authority = new Authority({ folder: undefined, names: [], tell: () => undefined })
  const called = Array.from({ length: 101 }, (_, n) => authority.leafFor(`em-${n}.test`))
  expect(called.map((leaf) => leaf !== undefined)).toEqual([...Array.from({ length: 100 }, () => true), false])
  expect(authority.leafFor('em-0.test')).toBe(called[0])
  await Promise.all(called.map(async (leaf) => leaf))
  expect(authority.leafFor('em-0.test')).toBe(called[0])
  expect(await authority.leafFor('em-100.test')).toBeDefined()
})

describe('a client that trusts the authority alone', () => {
  const options = { scenario: 'empty', httpPort: 0, httpsPort: 0, tlsSan: ['em.lab.test'] } as const
  /** Asks a server on this machine by a name. */
  const statusOf = (httpsUrl: string, name: string, ca: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(httpsUrl)
      const { host, servername } =
        name.includes('.') && !name.startsWith('127.')
          ? { host: '127.0.0.1', servername: name }
          : { host: name, servername: undefined }
      const asked = get(
        {
          host: servername === undefined && name === hostname() ? '127.0.0.1' : host,
          port,
          path: '/api/',
          ca,
          agent: false,
          headers: { host: name },
          ...(servername !== undefined && { servername }),
          ...(name === hostname() && { servername: name }),
        },
        (answer) => resolve(answer.resume().statusCode),
      )
      asked.on('error', reject)
    })

  it.each(['localhost', '127.0.0.1', hostname(), 'em.lab.test', 'never.heard.of.test'])(
    'reaches the server as %s',
    async (name) => {
      await using em = await startEnterpriseManager(options)
      expect(await statusOf(em.httpsUrl!, name, await em.ca())).toBe(200)
    },
  )

  it('reaches the next server of the same folder, and none of another', async () => {
    const tlsDir = await newFolder()
    const first = await startEnterpriseManager({ ...options, tlsDir })
    const ca = await first.ca()
    await first.close()
    await using next = await startEnterpriseManager({ ...options, tlsDir })
    expect(await statusOf(next.httpsUrl!, 'localhost', ca)).toBe(200)
    await using other = await startEnterpriseManager(options)
    await expect(statusOf(other.httpsUrl!, 'localhost', ca)).rejects.toThrow(/certificate/)
  })

  it('gets it below /_mock, without a token, and curl takes it', async () => {
    const folder = await newFolder()
    await using em = await startEnterpriseManager({ ...options, token: 'secret' })
    const answer = await fetch(`${em.httpUrl!}/_mock/ca.pem`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/x-pem-file'])
    const ca = await answer.text()
    expect(ca).toBe(await em.ca())
    await writeFile(join(folder, 'ca.pem'), ca)
    const { port } = new URL(em.httpsUrl!)
    const { stdout } = await promisify(execFile)('curl', [
      '-sS',
      '--cacert',
      join(folder, 'ca.pem'),
      '-o',
      join(folder, 'body'),
      '-w',
      '%{http_code}',
      `https://localhost:${port}/api/`,
    ])
    expect(stdout).toBe('200')
    expect(await readFile(join(folder, 'body'), 'utf8')).toContain('EnterpriseManager')
  })

  it.each([
    [{ ...options, httpsPort: 'off' }, 'HTTPS is off, so there is no certificate to trust.'],
    [{ ...options, own: true }, 'HTTPS has the certificate that --tls-cert names; trust what has signed that.'],
  ] as const)('is told why there is none: %j', async (given, message) => {
    const folder = await newFolder()
    const { cert, key } = await makeAuthority(new Date(), 'own')
    await mkdir(join(folder, 'pem'))
    const [tlsCert, tlsKey] = [join(folder, 'pem', 'cert.pem'), join(folder, 'pem', 'key.pem')]
    await writeFile(tlsCert, cert)
    await writeFile(tlsKey, key)
    const { httpsPort, ...others } = options
    const own = 'own' in given ? { tlsCert, tlsKey, tlsSan: [], httpsPort } : { httpsPort: given.httpsPort }
    await using em = await startEnterpriseManager({ ...others, ...own })
    const answer = await fetch(`${em.httpUrl!}/_mock/ca.pem`)
    expect([answer.status, await answer.json()]).toEqual([404, { message }])
    await expect(em.ca()).rejects.toThrow(message)
  })
})

describe('what strict clients ask of a certificate (X509_STRICT: Python since 3.13)', () => {
  it('is there: both tell whose key signs them, and the authority tells its own', async () => {
    const folder = await newFolder()
    const authority = await makeAuthority(now, 'made')
    const leaf = await makeLeaf(now, ['localhost'], authority)
    const [ca, file] = [join(folder, 'ca.pem'), join(folder, 'leaf.pem')]
    await writeFile(ca, authority.cert)
    await writeFile(file, leaf.cert)
    const at = String(now.getTime() / 1000)
    const { stdout } = await promisify(execFile)('openssl', [
      'verify',
      '-x509_strict',
      '-attime',
      at,
      '-CAfile',
      ca,
      file,
    ])
    expect(stdout).toBe(`${file}: OK\n`)
  })
})

describe('an authority that somebody put in the folder', () => {
  const make = () => makeAuthority(now, 'made')
  const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
  it.each<[string, () => Promise<{ cert: string; key: string }>, RegExp]>([
    ['may not sign', async () => makeLeaf(now, ['localhost'], await make()), /cert\.pem may not sign others/],
    ['is not valid yet', () => makeAuthority(days(100), 'later'), /cert\.pem is valid from 2025-11-23T[\d:.]+Z only/],
    ['has a key of another kind', () => rsa(), /key\.pem is no EC key on P-256/],
  ])('is made anew, and says so, where it %s', async (_, put, says) => {
    const folder = await newFolder()
    const { cert, key } = await put()
    await mkdir(join(folder, 'ca'))
    await writeFile(join(folder, 'ca', 'cert.pem'), cert)
    await writeFile(join(folder, 'ca', 'key.pem'), key)
    const told: string[] = []
    const found = await keptAuthority(folder, now, make, (sentence) => told.push(sentence))
    expect(found.cert).not.toBe(cert)
    expect(told).toEqual([expect.stringMatching(says)])
  })

  it('is replaced by one, however many begin at once', async () => {
    const folder = await newFolder()
    await mkdir(join(folder, 'ca'))
    await writeFile(join(folder, 'ca', 'cert.pem'), 'torn')
    await writeFile(join(folder, 'ca', 'key.pem'), 'torn')
    const told: string[] = []
    const all = await Promise.all(
      Array.from({ length: 8 }, () => keptAuthority(folder, now, make, (sentence) => told.push(sentence))),
    )
    expect(new Set(all.map(({ cert }) => cert)).size).toBe(1)
    expect(told.filter((sentence) => sentence.includes('cannot be kept'))).toEqual([])
    expect(await readdir(folder)).toEqual(['ca'])
  })
})

async function rsa(): Promise<{ cert: string; key: string }> {
  const folder = await newFolder()
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  await promisify(execFile)('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '400',
    '-subj',
    '/CN=own',
    '-keyout',
    key,
    '-out',
    cert,
  ])
  return { cert: await readFile(cert, 'utf8'), key: await readFile(key, 'utf8') }
}
