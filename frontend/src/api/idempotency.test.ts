import { describe, expect, it } from 'vitest'
import { CreationKeys } from './idempotency'

describe('a key for what creates', () => {
  it('stays while the words stay, changes with them, and is not used again once they are saved', () => {
    const keys = new CreationKeys()

    const first = keys.keyFor({ name: 'Ada' })

    expect(keys.keyFor({ name: 'Ada' })).toBe(first)
    const second = keys.keyFor({ name: 'Bea' })
    expect(second).not.toBe(first)
    keys.done()
    expect(keys.keyFor({ name: 'Bea' })).not.toBe(second)
  })
})
