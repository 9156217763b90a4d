import { describe, expect, it } from 'vitest'
import { adopt, answered, attempt, boxFrom, isUnsent, meet, resolve, type DraftBox, type SavedBox } from './draft-box'

const saved = (text: string, version: number): SavedBox => ({
  promptId: 'prompt.matters',
  text,
  fromTool: false,
  version,
})
const typed = (text: string, base = saved('The allotment', 3)): DraftBox => ({ ...boxFrom('c1', base), text })

describe('a box', () => {
  it('takes the words of another writer silently while it has no words of its own to send', () => {
    expect(meet(boxFrom('c1', saved('The allotment', 3)), saved('The allotment. Colin', 4))).toMatchObject({
      text: 'The allotment. Colin',
      base: { version: 4 },
      attempted: [],
    })
  })

  it('keeps both texts if another writer changed it while own words are to be sent', () => {
    const box = meet(typed('The allotment and walking'), saved('The allotment. Colin', 4))

    expect(box.text).toBe('The allotment and walking')
    expect(box.theirs?.text).toBe('The allotment. Colin')
    expect(resolve(box, 'both')).toMatchObject({
      text: 'The allotment. Colin\n\nand walking',
      base: { version: 4 },
    })
    expect(resolve(box, 'mine')).toMatchObject({ text: 'The allotment and walking', base: { version: 4 } })
    expect(resolve(box, 'theirs').text).toBe('The allotment. Colin')
    expect(isUnsent(resolve(box, 'theirs'))).toBe(false)
    expect(isUnsent(resolve(box, 'mine'))).toBe(true)
  })

  it.each([
    { what: 'the words before once', before: 'a b', theirs: 'a b c', mine: 'a b d', both: 'a b c\n\nd' },
    {
      what: 'no part of a word',
      before: 'an allot',
      theirs: 'an allotment',
      mine: 'an allotted plot',
      both: 'an allotment\n\nan allotted plot',
    },
    {
      what: 'each sentence once',
      before: 'A b. E.',
      theirs: 'A b. C. E.',
      mine: 'A b. D. E.',
      both: 'A b. C. E.\n\nD.',
    },
    {
      what: 'a sentence that was changed',
      before: 'A b. C.',
      theirs: 'A b. C d.',
      mine: 'A. C.',
      both: 'A b. C d.\n\nA. C.',
    },
    { what: 'lines', before: '', theirs: 'Tea\nBus', mine: 'Tea\nBingo', both: 'Tea\nBus\n\nBingo' },
    { what: 'nothing that they have', before: 'A.', theirs: 'A. B. C.', mine: 'A. B.', both: 'A. B. C.' },
    { what: 'what stands twice', before: '', theirs: 'No. No.', mine: 'No. Yes. No.', both: 'No. No.\n\nYes.' },
    { what: 'words whose other text is gone', before: 'A b.', theirs: '', mine: 'A b. C.', both: 'A b. C.' },
  ])('keeps both texts with $what', ({ before, theirs, mine, both }) => {
    expect(resolve(meet(typed(mine, saved(before, 3)), saved(theirs, 4)), 'both').text).toBe(both)
  })

  it('does not grow by the same words each time that two writers meet', () => {
    let box = typed('Ann', saved('', 1))
    for (let n = 2; n < 12; n++) {
      box = { ...resolve(meet(box, saved(`${box.base.text} t${n}`, n)), 'both') }
      box = { ...box, base: { ...box.base, text: box.text }, text: `${box.text} m${n}` }
    }
    expect(box.text.match(/Ann/g)).toHaveLength(1)
    for (let n = 2; n < 11; n++) expect(box.text).toContain(`m${n}`)
  })

  it('knows its own words again after an answer was lost, and asks nothing', () => {
    const lost = { ...attempt(typed('The allotment and wal')), text: 'The allotment and walking' }

    const box = meet(lost, saved('The allotment and wal', 4))

    expect(box.theirs).toBeUndefined()
    expect(box).toMatchObject({ text: 'The allotment and walking', base: { version: 4 } })
    expect(isUnsent(box)).toBe(true)
  })

  it('is not sent while a request had no answer, even if the words are as before', () => {
    const box = { ...attempt(typed('The allotment and')), text: 'The allotment' }

    expect(isUnsent(box)).toBe(true)
    expect(meet(box, saved('The allotment and', 4)).text).toBe('The allotment')
  })

  it('keeps what was typed while it was sent', () => {
    const sent = typed('The allotment and')
    const box = answered({ ...sent, text: 'The allotment and wal' }, sent, saved('The allotment and', 4))

    expect(box.text).toBe('The allotment and wal')
    expect(isUnsent(box)).toBe(true)
  })

  it('does not go back to an older version that arrives late', () => {
    const box = typed('The allotment and walking', saved('The allotment', 5))

    expect(meet(box, saved('Allot', 4))).toBe(box)
  })

  it('shows the newest words of another writer while it asks', () => {
    const box = meet(meet(typed('Walking'), saved('Colin', 4)), saved('Colin drives', 5))

    expect(box.theirs?.text).toBe('Colin drives')
    expect(box.text).toBe('Walking')
  })

  it('takes the words that a closed page had kept, and loses none of several', () => {
    const now = boxFrom('c1', saved('The allotment', 3))

    expect(adopt(now, typed('The allotment and walking')).text).toBe('The allotment and walking')
    expect(adopt(boxFrom('c1', saved('Colin', 4)), typed('Walking'))).toMatchObject({
      text: 'Walking',
      theirs: { text: 'Colin', version: 4 },
    })
    const two = adopt(typed('Walking'), typed('Swimming'))
    expect(resolve(two, 'theirs')).toMatchObject({ text: 'Swimming', base: { version: 3 } })
    expect(isUnsent(resolve(two, 'theirs'))).toBe(true)
    expect(resolve(meet(two, saved('Colin', 4)), 'both').text).toBe('Colin\n\nSwimming\n\nWalking')
    const third = adopt(adopt(typed('Walking'), typed('Swimming')), typed('Singing'))
    expect(resolve(third, 'both').text).toBe('Swimming\n\nSinging\n\nWalking')
  })
})
