/** An error meant for the client: thrown anywhere, rendered in one place as EM's Error document. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  /** More than the client is told: a caret line for the log. */
  readonly detail: string | undefined
  /** The methods that a path does answer, for a 405. */
  readonly allowed: readonly string[] | undefined

  constructor(
    status: number,
    message: string,
    { detail, allowed }: { detail?: string | undefined; allowed?: readonly string[] } = {},
  ) {
    super(message)
    this.status = status
    this.detail = detail
    this.allowed = allowed
  }
}

/** Every error a client may meet, with the text it is told. Texts in EM's words are recorded ones. */
export const errors = {
  badRequest: (message: string, detail?: string) => new ApiError(400, message, { detail }),
  /** Recorded: a blank first, for an id that is no GUID. */
  badId: (id: string, type: string) => new ApiError(400, ` ID ${id} is invalid. Type: ${type}`),
  /** Recorded: JSON is accepted, and the body is none. */
  noRoot: () => new ApiError(400, 'Node [root] does not exist.'),
  unsupportedVersion: (version: string, supported: readonly string[]) =>
    new ApiError(
      400,
      `API version "${version}" is not supported. Supported versions: ${supported.join(', ')}, latest.`,
    ),
  badCredentials: () => new ApiError(401, 'The user name or password is incorrect'),
  noCredentials: () => new ApiError(401, 'Log on first: POST /api/sessionMngr/?v=latest with HTTP Basic credentials.'),
  noSession: () =>
    new ApiError(
      401,
      'The logon session is missing, unknown or has expired. Log on again: POST /api/sessionMngr/?v=latest.',
    ),
  smallEdition: (edition: string) =>
    new ApiError(
      403,
      `Access denied. The ${edition} edition only reads; start with --edition enterprise-plus to write.`,
    ),
  accessDenied: () => new ApiError(403, 'Access denied'),
  /** Recorded: `Cannot find job [<guid>]`. */
  notFound: (
    type: string,
    id: string,
    { detail, status = 404 }: { readonly detail?: string | undefined; readonly status?: number } = {},
  ) => new ApiError(status, `Cannot find ${spaced(type)} [${id}]`, { detail }),
  /** What a client has named is not there. */
  gone: (message: string) => new ApiError(404, message),
  /** As the real server does: some mistakes of clients are its own fault, a 500. */
  fault: (message: string, detail?: string) => new ApiError(500, message, { detail }),
  /** Recorded: what the real server says where it did not expect something. */
  nullReference: () => new ApiError(500, 'Object reference not set to an instance of an object.'),
  noSuchPath: (method: string, path: string, near?: string) =>
    new ApiError(
      404,
      `No such resource: ${method} ${path}.${near === undefined ? '' : ` The nearest is /api${near}.`} GET /api/ lists where to start.`,
    ),
  ofBackupServer: (method: string, path: string, near?: string) =>
    new ApiError(
      404,
      `No such resource: ${method} ${path} is of the REST API of Veeam Backup & Replication itself, and this is that of Enterprise Manager. POST /api/sessionMngr/?v=latest logs on with HTTP Basic credentials, GET /api/ lists where to start.${near === undefined ? '' : ` The nearest is /api${near}.`}`,
    ),
  methodNotAllowed: (method: string, path: string, allowed: readonly string[]) =>
    new ApiError(405, `${method} is not allowed for ${path}, which answers ${allowed.join(', ')}.`, {
      allowed,
    }),
  tooLarge: (limit: number) => new ApiError(413, `The request body is larger than ${limit} bytes.`),
  uriTooLong: (found: number, limit: number) =>
    new ApiError(414, `The URL has ${found} characters; it may have ${limit}.`),
  unsupportedMediaType: (found: string) =>
    new ApiError(415, `A body of type "${found}" cannot be read. Send application/xml or application/json.`),
  /** Of the mock alone: what is held would be more than may be. */
  noRoom: (message: string) => new ApiError(507, message),
  notBuilt: (operation: string, method: string, path: string) =>
    new ApiError(501, `${operation} (${method} ${path}) is not built yet.`),
} as const

/** `BackupJobSession` → `backup job session`, as the recorded message spells `Job`. */
const spaced = (type: string): string => type.replace(/\B[A-Z]/g, ' $&').toLowerCase()
