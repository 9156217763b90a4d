import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loading } from '../../page/loading'
import { paths } from '../../page/paths'
import { Unavailable } from '../../page/unavailable'
import { aboutMeQuery } from './queries'
import { Sentences } from './sentences'

interface AboutMeSectionProps {
  personId: string
  name: string
}

/** About me on the page of a person, before everything else. */
export function AboutMeSection({ personId, name }: AboutMeSectionProps) {
  const { t } = useTranslation('about-me')
  return (
    <section className="card about-me" aria-labelledby="about-me">
      <h2 className="govuk-heading-m" id="about-me">
        {t('about', { name })}
      </h2>
      <AboutMe personId={personId} name={name} />
    </section>
  )
}

/** The sentences of About me, to read, and the way to their page. */
export function AboutMe({ personId, name }: AboutMeSectionProps) {
  const { t } = useTranslation('about-me')
  const { data, error, isPending, refetch } = useQuery(aboutMeQuery(personId))
  if (isPending) return <Loading />
  if (error && !data) return <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />
  const shown = data?.filter(({ takenAway }) => !takenAway) ?? []
  return (
    <>
      {shown.length === 0 && <p className="govuk-body">{t('none', { name })}</p>}
      <Sentences name={name} sentences={shown} short level={3} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.aboutMe(personId)}>
          {t('link', { name })}
        </a>
      </p>
    </>
  )
}
