import { describe, expect, it } from 'vitest'
import { proposeStep, stepsIn } from './step-words'

/** A Tuesday. */
const TODAY = '2026-11-24'
const KNOWN = {
  people: ['Margaret Ellison', 'Siân Rees'],
  members: [
    { id: 'priya', name: 'Priya Nair' },
    { id: 'tom-1', name: 'Tom Akande' },
    { id: 'tom-2', name: 'Tom Reed' },
  ],
}

const propose = (line: string) => proposeStep(line, TODAY, KNOWN)

describe('a line of words as a next step', () => {
  it.each([
    ['Sam ring Colin Thu', { what: 'ring Colin', ownerName: 'Sam', due: '2026-11-26' }],
    ['Margaret will ring Colin by Thursday.', { what: 'ring Colin', owner: 'person', due: '2026-11-26' }],
    ['siân ask about the choir tomorrow', { what: 'ask about the choir', owner: 'person', due: '2026-11-25' }],
    [
      'Priya to send the leaflet, 3 Dec',
      { what: 'send the leaflet', owner: 'council', memberId: 'priya', due: '2026-12-03' },
    ],
    ['Tom send the form', { what: 'send the form', ownerName: 'Tom' }],
    ['We will call on 5 January', { what: 'call', owner: 'council', due: '2027-01-05' }],
    ['I ring her next week', { what: 'ring her', owner: 'council', due: '2026-12-01' }],
    ['She will try the shed on 1/12', { what: 'try the shed', owner: 'person', due: '2026-12-01' }],
    ['Send details of the group Tue', { what: 'Send details of the group', due: '2026-12-01' }],
    ['Ring Colin', { what: 'Ring Colin' }],
  ])('understands "%s"', (line, step) => {
    expect(propose(line)).toEqual({ due: undefined, ...step })
  })

  it.each([
    'She asked where the cat sat',
    'Likes to sit in the sun',
    'Meet on 31/2',
    'Thursday',
    'ffonio Colin ddydd Iau',
    '🌱',
  ])('leaves "%s" as it is', (line) => {
    expect(propose(line)).toEqual({ what: line, due: undefined })
  })

  it('finds the steps in a text', () => {
    const text =
      'Wants the allotment back. Sam will ring Colin by Thursday.\n- We send the leaflet today\nNothing else.'

    expect(stepsIn(text, TODAY, KNOWN)).toEqual([
      { what: 'ring Colin', ownerName: 'Sam', due: '2026-11-26' },
      { what: 'send the leaflet', owner: 'council', due: '2026-11-24' },
    ])
  })

  it('reads a very long text', () => {
    expect(stepsIn('a '.repeat(100_000), TODAY, KNOWN)).toEqual([])
  })
})
