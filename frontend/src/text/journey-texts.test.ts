import { describe, expect, it, vi } from 'vitest'
import { bringsTexts, cataloguesNamed } from '../../build/texts.ts'
import { i18next } from './i18n'

describe('the texts of a journey', () => {
  it('are those that its scripts name', () => {
    expect(cataloguesNamed("const { t } = useTranslation(['series', 'common'])")).toEqual(['common', 'series'])
    expect(cataloguesNamed('const { t } = useTranslation()')).toEqual(['common'])
    expect(cataloguesNamed("lookup('person', 'need', need)")).toEqual(['person'])
    expect(cataloguesNamed('<Trans ns="problem" />')).toEqual(['problem'])
    expect(cataloguesNamed("formErrors(error, 'setup:error')")).toEqual(['setup'])
    expect(cataloguesNamed("i18next.t('time.midday')")).toEqual(['common'])
    expect(cataloguesNamed("i18next.t(hour < 12 ? 'time.am' : 'time.pm')")).toEqual(['common'])
    expect(cataloguesNamed('i18next.t(`booking:error.${kind}`); findText(`problem:${key}`)')).toEqual([
      'booking',
      'problem',
    ])
  })

  it('are not named by an authority or a section of the navigation', () => {
    expect(cataloguesNamed("may('booking:write') && section === 'booking'")).toEqual([])
  })

  it('come with those of the catalogues that they refer to', () => {
    const { load } = bringsTexts()
    const script = typeof load === 'function' && load.call({} as never, '\0virtual:texts/booking')

    expect(script).toContain("import 'virtual:texts/common'")
    expect(script).not.toContain("import 'virtual:texts/audit'")
  })

  it('are reported when one is missing', () => {
    const report = vi.spyOn(globalThis, 'reportError').mockImplementation(() => undefined)

    i18next.t('problem:nowhere' as never)

    expect(report).toHaveBeenCalledWith(new Error('No text problem:nowhere'))
  })
})
