import { describe, expect, it } from 'vitest'
import { addressesIn, looksLikeAnAddress } from './addresses'

describe('pasted addresses', () => {
  it.each([
    ['amir@x.example', ['amir@x.example']],
    [
      'amir@x.example, beth@x.example;cara@x.example\n dan@x.example',
      ['amir', 'beth', 'cara', 'dan'].map((n) => `${n}@x.example`),
    ],
    ['Amir Patel <amir@x.example>; "Lowe, Beth" <Beth@x.example>', ['amir@x.example', 'beth@x.example']],
    ['amir@x.example\r\n\r\nAMIR@x.example', ['amir@x.example']],
    ['amir@x.example\tbeth@x.example', ['amir@x.example', 'beth@x.example']],
    ['  ', []],
  ])('are found in %j', (pasted, found) => expect(addressesIn(pasted)).toEqual(found))

  it.each([
    ['amir@larkshire.example', true],
    ['amir', false],
    ['amir@larkshire', false],
    ['amir@@larkshire.example', false],
    [`${'a'.repeat(250)}@x.example`, false],
  ])('%s looks like one: %s', (address, one) => expect(looksLikeAnAddress(address)).toBe(one))
})
