/** One field that the service did not accept: a pointer into the body, like #/firstName, and a reason. */
export interface FieldProblem {
  pointer: string
  code: string
}

/** The content of an RFC 9457 body, or of a request that had no answer at all. */
export class Problem extends Error {
  /** The last segment of the type: what the pages switch on. */
  readonly type: string
  /** Zero if nothing answered. */
  readonly status: number
  readonly detail: string | undefined
  readonly fields: FieldProblem[]
  /** The whole body, for the problems that carry more. */
  readonly body: Readonly<Record<string, unknown>>

  constructor(status: number, body: Record<string, unknown>) {
    const type = typeof body.type === 'string' ? (body.type.split('/').at(-1) ?? '') : ''
    super(`${status} ${type}`)
    this.name = 'Problem'
    this.type = type
    this.status = status
    this.detail = typeof body.detail === 'string' ? body.detail : undefined
    this.fields = Array.isArray(body.errors) ? (body.errors as FieldProblem[]).filter((field) => field.pointer) : []
    this.body = body
  }

  /** The session at the gateway has ended. */
  static signedOut(): Problem {
    return new Problem(401, { type: 'signed-out' })
  }

  /** The session at the gateway is new and has no council yet. */
  static councilNotChosen(): Problem {
    return new Problem(403, { type: 'choose-council' })
  }

  /** Nothing answered: no network, or the gateway is away. */
  static unreachable(): Problem {
    return new Problem(0, { type: 'unreachable' })
  }

  static async from(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => ({}))
    return new Problem(response.status, typeof body === 'object' && body !== null ? { ...body } : {})
  }
}

/** Whether the same request may do better in a moment. */
export function isTemporary(error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status >= 502)
}
