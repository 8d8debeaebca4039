// What with-autocannon.ts uses of autocannon, which has no types of its own.
declare module 'autocannon' {
  interface Request {
    readonly path?: string
  }
  interface Options {
    readonly url: string
    readonly connections: number
    /** In seconds. */
    readonly duration: number
    readonly headers: Readonly<Record<string, string>>
    readonly requests: readonly { setupRequest(request: Request): Request }[]
  }
  interface Result {
    readonly requests: { readonly average: number }
    readonly non2xx: number
  }
  function autocannon(options: Options): Promise<Result>
  export = autocannon
}
