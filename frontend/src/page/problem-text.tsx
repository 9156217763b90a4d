import i18next from 'i18next'
import type { ReactNode } from 'react'
import { Trans } from 'react-i18next'
import { Problem } from '../api/problem'
import { pageState } from '../api/release'
import { signInAddress } from '../api/session'
import { findText } from '../text/lookup'

/** How the API answers a request that a newer release no longer understands. */
const OF_AN_OLDER_RELEASE = [400, 404, 405, 415, 428]

/** The words for a problem: ours for the types we know, the service's own detail, or that something is wrong. */
export function problemText(error: unknown): ReactNode {
  const problem = error instanceof Problem ? error : new Problem(-1, {})
  if (problem.status === 401) {
    return (
      <Trans
        ns="problem"
        i18nKey="signed-out"
        // In a new tab, because what was typed here must stay. Its words come from the translation.
        // eslint-disable-next-line jsx-a11y-x/anchor-has-content
        components={{ signIn: <a className="govuk-link" href={signInAddress('/')} target="_blank" rel="noreferrer" /> }}
      />
    )
  }
  if (pageState.get() === 'outdated' && OF_AN_OLDER_RELEASE.includes(problem.status))
    return i18next.t('problem:outdated')
  for (const key of [problem.type, String(problem.status)]) {
    const text = key && findText(`problem:${key}`)
    if (text) return text
  }
  return problem.detail ?? i18next.t('problem:other')
}

/** In place of something that could not be read: the page's own words, unless signing in again is what helps. */
export function unreadable(error: unknown, words: ReactNode): ReactNode {
  return error instanceof Problem && error.status === 401 ? problemText(error) : words
}
