import { errors } from '../model/api-error.ts'

/** So many hrefs are remembered of a world; the oldest are given up, and with them goes nothing but the strictness. */
const MOST = 200_000

const href = /\bHref="([^"]*)"|"href":"([^"]*)"/gi

/** The hrefs that answers have shown, so that others can be told to be built by hand. */
export class ShownLinks {
  readonly #shown = new Set<string>()
  #isForgetting = false

  /** Remembers what a body shows. */
  note(body: Buffer): void {
    for (const [, xml, json] of body.toString('utf8').matchAll(href)) {
      if (this.#shown.size >= MOST) {
        this.#isForgetting = true
        return
      }
      this.#shown.add(keyOf((xml ?? json ?? '').replaceAll('&amp;', '&').replaceAll('\\/', '/')))
    }
  }

  /** Throws a 400 ApiError for a URL that no answer has shown. Where EM begins may be asked without. */
  refuseBuilt({ url, method }: { readonly url: string; readonly method: string }, base: string): void {
    const path = pathOfUrl(url)
    if (this.#isForgetting || /^\/+api\/*(?:sessionMngr\/*|query|lookup)?$/i.test(path)) return
    if (this.#shown.has(keyOf(base + path.replace(/^\/+api/i, '')))) return
    throw errors.badRequest(
      `No answer has shown ${method} ${path.slice(0, 200)}: it was built, and --strict-links wants it read. Follow the Links from /api/.`,
    )
  }
}

/** Without parameters and case: what stands there is the same. */
const keyOf = (url: string): string => pathOfUrl(url).replace(/\/+$/, '').toLowerCase()

/** A URL without its parameters. */
export const pathOfUrl = (url: string): string => url.split('?')[0] ?? ''
