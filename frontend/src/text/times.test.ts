import { describe, expect, it } from 'vitest'
import { speakEnglish, speakPseudo } from '../test/pseudo'
import { timeOfDay, timeRange } from './dates'
import { readRange, readTime } from './times'

describe('a time that is typed', () => {
  it.each([
    ['9:30', '09:30'],
    ['9.30am', '09:30'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['9', '09:00'],
    ['10:15', '10:15'],
    ['12:30pm', '12:30'],
    ['12:30am', '00:30'],
    ['2pm', '14:00'],
    ['2:45 PM', '14:45'],
    ['14:00', '14:00'],
    ['midday', '12:00'],
    ['midnight', '00:00'],
  ])('%s is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })

  it.each(['', 'soon', '25:00', '9:75', '13pm', '0am', '2', '10:1'])('%s is not one', (typed) => {
    expect(readTime(typed)).toBeUndefined()
  })
})

describe('a time in another language', () => {
  it('is read as pages of that language say it, and in English', async () => {
    await speakPseudo()
    try {
      for (const time of ['09:30', '14:00', '12:00', '00:00']) expect(readTime(timeOfDay(time))).toBe(time)
      expect(readTime('9.30am')).toBe('09:30')
      expect(readRange(timeRange('09:30', '17:00'))).toEqual({ opens: '09:30', closes: '17:00' })
      expect(readRange('9:30am to 5pm')).toEqual({ opens: '09:30', closes: '17:00' })
    } finally {
      await speakEnglish()
    }
  })
})
