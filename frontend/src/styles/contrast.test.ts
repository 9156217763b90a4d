import fs from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = fs.readFileSync('src/styles/tokens.css', 'utf8')

function colour(token: string): string {
  const value = new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(css)?.[1]
  if (!value) throw new Error(`no colour --${token}`)
  return value
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(colour(one)), luminance(colour(other))].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const AA_TEXT = 4.5
const AA_SHAPE = 3

describe('the colours', () => {
  it.each([
    ['ink', 'paper', 14.8],
    ['ink', 'oat-50', 13.97],
    ['ink', 'oat-100', 12.71],
    ['ink-2', 'paper', 7.48],
    ['ink-2', 'oat-50', 7.06],
    ['ink-2', 'oat-100', 6.42],
    ['spruce-700', 'paper', 8.88],
    ['spruce-700', 'oat-50', 8.38],
    ['spruce-700', 'oat-100', 7.63],
    ['spruce-800', 'paper', 11.63],
    ['paper', 'spruce-900', 14.34],
    ['spruce-700', 'spruce-50', 8.08],
    ['ink', 'sun', 10.03],
    ['sun', 'spruce-900', 9.71],
    ['amber-800', 'sun-100', 6.75],
    ['leaf-700', 'leaf-50', 6.24],
    ['leaf-700', 'paper', 6.99],
    ['sky-700', 'sky-50', 6.52],
    ['plum-700', 'plum-50', 8.6],
    ['brick-700', 'brick-50', 5.9],
    ['brick-700', 'paper', 6.67],
  ])('%s on %s can be read: %f to 1', (text, ground, documented) => {
    const measured = contrast(text, ground)

    expect(measured).toBeGreaterThanOrEqual(AA_TEXT)
    expect(measured).toBeCloseTo(documented, 1)
  })

  it.each([
    ['oat-500', 'paper', 4.1],
    ['oat-500', 'oat-50', 3.87],
  ])('%s on %s is seen as the edge of a control: %f to 1', (edge, ground, documented) => {
    const measured = contrast(edge, ground)

    expect(measured).toBeGreaterThanOrEqual(AA_SHAPE)
    expect(measured).toBeCloseTo(documented, 1)
  })

  it('are the same in the design system', () => {
    const settings = fs.readFileSync('src/styles/govuk.scss', 'utf8')

    const used = [...settings.matchAll(/: (#[0-9a-f]{6}),/g)].map((match) => match[1])

    const ours = new Set([...css.matchAll(/: (#[0-9a-f]{6});/g)].map((match) => match[1]))
    // Two greys of rules and hovers carry no meaning and are not in the palette.
    expect(used.filter((value) => !ours.has(value))).toEqual(['#d5caba', '#c9bead'])
  })
})
