import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { councilQuery } from '../../api/queries'
import type { Letter } from '../../api/types'
import { classes } from '../../govuk/classes'
import { longDate } from '../../text/dates'

/** The letter as it is printed: what was talked about, who and when, and how to say that something is wrong. */
export function LetterSheet({ letter, large }: { letter: Letter; large: boolean }) {
  const { t } = useTranslation('letter')
  const { data: council } = useQuery({ ...councilQuery(), enabled: false })
  const { name, day, hubName, recordedByName, parts, ownWords, withdrawal } = letter
  return (
    <article className={classes('letter', large && 'letter--large')} aria-label={t('sheet.label', { name })}>
      <header className="letter__head">
        {council?.logo && <img src={`/api/council/logo?v=${council.logo}`} alt="" className="letter__logo" />}
        <p className="letter__council">{council?.name}</p>
      </header>
      <h2>{t('sheet.heading')}</h2>
      {withdrawal && <p className="letter__withdrawn">{t('sheet.withdrawn')}</p>}
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
            {t('sheet.with', { name: recordedByName })}
          </>
        )}
      </p>
      {parts
        .filter(({ shown }) => shown.trim())
        .map(({ id, heading, shown }) => (
          <section key={id}>
            <h3>{heading}</h3>
            <p className="record__words">{shown}</p>
          </section>
        ))}
      {ownWords.shown.trim() && (
        <section>
          <h3>{t('ownWords')}</h3>
          <p className="record__words">{ownWords.shown}</p>
        </section>
      )}
      <section className="letter__wrong">
        <h3>{t('sheet.wrong')}</h3>
        <p>{t('sheet.wrongBody')}</p>
        {council?.contactPhone && <p>{t('sheet.call', { phone: council.contactPhone })}</p>}
        {council?.contactHours && <p>{council.contactHours}</p>}
        {council?.relayNumber && <p>{t('sheet.relay', { phone: council.relayNumber })}</p>}
        {council?.contactEmail && <p>{t('sheet.write', { email: council.contactEmail })}</p>}
      </section>
    </article>
  )
}
