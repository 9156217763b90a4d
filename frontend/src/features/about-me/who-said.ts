import i18next from 'i18next'
import type { Sentence, SentenceDetails } from '../../api/types'
import { plainDate } from '../../text/dates'

/** Says in words who said a sentence and when. A sentence of staff names the member who wrote it down. */
export function whoSaid(details: SentenceDetails, person: string, addedByName: Sentence['addedByName']): string {
  const { saidBy, supporterName, supporterRelation, saidOn } = details
  const day = plainDate(saidOn)
  if (saidBy === 'supporter')
    return i18next.t('about-me:said.supporter', { name: supporterName, relation: supporterRelation, day })
  return saidBy === 'person'
    ? i18next.t('about-me:said.person', { name: person, day })
    : i18next.t('about-me:said.staff', { name: addedByName ?? i18next.t('common:aColleague'), day })
}
