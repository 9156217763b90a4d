import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayAndMonth,
  dayAt,
  dayRange,
  isDay,
  longDate,
  plainDate,
  timeAt,
  timeOfDay,
  timeRange,
  today,
} from './dates'

describe('a time of day', () => {
  it.each([
    ['00:00', 'midnight'],
    ['00:30', '12:30am'],
    ['09:00', '9am'],
    ['09:05', '9:05am'],
    ['10:15', '10:15am'],
    ['12:00', 'midday'],
    ['12:30', '12:30pm'],
    ['13:00', '1pm'],
    ['23:59', '11:59pm'],
  ])('%s is said as %s', (time, words) => {
    expect(timeOfDay(time)).toBe(words)
  })

  it('has a range in words', () => {
    expect(timeRange('10:15', '12:00')).toBe('10:15am to midday')
  })
})

describe('a day', () => {
  it('says a range of days, and one day once', () => {
    expect(dayRange('2026-12-24', '2026-12-31')).toBe('Thursday 24 December 2026 to Thursday 31 December 2026')
    expect(dayRange('2026-12-24', '2026-12-24')).toBe('Thursday 24 December 2026')
  })

  it('is said in full, without a comma', () => {
    expect(longDate('2026-11-24')).toBe('Tuesday 24 November 2026')
    expect(dayAndMonth('2026-11-24')).toBe('Tuesday 24 November')
    expect(plainDate('2026-03-01')).toBe('1 March 2026')
  })

  it.each([
    ['2026-11-24', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-13-01', false],
    ['24-11-2026', false],
    ['tomorrow', false],
  ])('%s is one: %s', (text, real) => {
    expect(isDay(text)).toBe(real)
  })

  it.each([
    ['Europe/London', -60],
    ['Pacific/Auckland', -720],
    ['America/New_York', 240],
  ])('is followed by the next at either clock change, for a browser in %s', (zone, offset) => {
    const before = process.env.TZ
    process.env.TZ = zone
    try {
      expect(new Date(2026, 6, 1).getTimezoneOffset(), 'the zone is in force').toBe(offset)
      expect(addDays('2026-03-28', 1)).toBe('2026-03-29')
      expect(addDays('2026-03-29', 1)).toBe('2026-03-30')
      expect(addDays('2026-03-30', 1)).toBe('2026-03-31')
      expect(addDays('2026-10-25', 1)).toBe('2026-10-26')
      expect(addDays('2026-10-26', -1)).toBe('2026-10-25')
      expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
      expect(longDate('2026-10-25')).toBe('Sunday 25 October 2026')
    } finally {
      process.env.TZ = before
    }
  })
})

describe('an instant', () => {
  it('is told by the clocks in London, wherever the browser is', () => {
    expect(new Date('2026-07-01T12:00:00Z').getHours(), 'the tests run in another time zone').not.toBe(13)
    expect(timeAt('2026-07-01T08:24:00Z')).toBe('9:24am')
    expect(timeAt('2026-11-24T09:24:00Z')).toBe('9:24am')
  })

  it('jumps an hour when the clocks go forward', () => {
    expect(timeAt('2026-03-29T00:59:00Z')).toBe('12:59am')
    expect(timeAt('2026-03-29T01:00:00Z')).toBe('2am')
  })

  it('tells an hour twice when the clocks go back', () => {
    expect(timeAt('2026-10-25T00:30:00Z')).toBe('1:30am')
    expect(timeAt('2026-10-25T01:30:00Z')).toBe('1:30am')
    expect(timeAt('2026-10-25T02:00:00Z')).toBe('2am')
  })

  it('belongs to the day that it is in London', () => {
    expect(today(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01')
    expect(today(new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-23')
    expect(dayAt('2026-10-24T23:30:00Z')).toBe('2026-10-25')
  })
})
