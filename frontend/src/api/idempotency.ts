import { useState } from 'react'

/**
 * Keys for what creates: the same words sent again (a double press, a lost answer, a new try after "try again") carry
 * the same key and make one record; changed words carry a new one.
 */
export class CreationKeys {
  #body: string | undefined
  #key = ''

  keyFor(body: unknown): string {
    const text = JSON.stringify(body)
    if (text !== this.#body) {
      this.#body = text
      this.#key = crypto.randomUUID()
    }
    return this.#key
  }

  /** The record is made: the same words again would be another one. */
  done(): void {
    this.#body = undefined
  }
}

export function useCreationKeys(): CreationKeys {
  return useState(() => new CreationKeys())[0]
}
