import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { conclusionQuery } from '../conclusion/conclusion-queries'
import { councilQuery } from '../../api/queries'
import type { Letter } from '../../api/types'
import { classes } from '../../govuk/classes'
import { longDate } from '../../text/dates'
import { partHeading } from './part-heading'

/** The letter as it is printed: what was talked about, who and when, and how to say that something is wrong. */
export function LetterSheet({ letter, large }: { letter: Letter; large: boolean }) {
  const { t } = useTranslation(['letter', 'connection', 'conclusion'])
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const { decisions } = useQuery({ ...conclusionQuery(letter.conversationId), enabled: false }).data?.conclusion ?? {}
  const { name, day, hubName, recordedByName, parts, ownWords, withdrawal } = letter
  return (
    <article className={classes('letter', large && 'letter--large')} aria-label={t('letter:sheet.label', { name })}>
      <header className="letter__head">
        {council?.logo && <img src={`/api/council/logo?v=${council.logo}`} alt="" className="letter__logo" />}
        <p className="letter__council">{council?.name}</p>
      </header>
      <h2>{t('letter:sheet.heading')}</h2>
      {withdrawal && <p className="letter__withdrawn">{t('letter:sheet.withdrawn')}</p>}
      <p>
        {name}
        <br />
        {longDate(day)}
        {hubName && (
          <>
            <br />
            {hubName}
          </>
        )}
        {recordedByName && (
          <>
            <br />
            {t('letter:sheet.with', { name: recordedByName })}
          </>
        )}
      </p>
      {parts
        .filter(({ shown }) => shown.trim())
        .map(({ id, heading, shown }) => (
          <section key={id}>
            <h3>{heading ?? t(partHeading(id))}</h3>
            <p className="record__words">{shown}</p>
          </section>
        ))}
      {decisions?.outcome && (
        <section>
          <h3>{t('letter:outcome')}</h3>
          <p>{t(`conclusion:outcome.${decisions.outcome}.text`)}</p>
          {decisions.explainedAs && (
            <p>{t('letter:explainedAs', { what: t(`conclusion:explainedAs.${decisions.explainedAs}`) })}</p>
          )}
        </section>
      )}
      {ownWords.shown.trim() && (
        <section>
          <h3>{t('letter:ownWords')}</h3>
          <p className="record__words">{ownWords.shown}</p>
        </section>
      )}
      <section className="letter__wrong">
        <h3>{t('letter:sheet.wrong')}</h3>
        <p>{t('letter:sheet.wrongBody')}</p>
        {council?.contactPhone && <p>{t('letter:sheet.call', { phone: council.contactPhone })}</p>}
        {council?.contactHours && <p>{council.contactHours}</p>}
        {council?.relayNumber && <p>{t('letter:sheet.relay', { phone: council.relayNumber })}</p>}
        {council?.contactEmail && <p>{t('letter:sheet.write', { email: council.contactEmail })}</p>}
      </section>
    </article>
  )
}
