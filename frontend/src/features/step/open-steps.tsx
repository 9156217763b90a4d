import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loading } from '../../page/loading'
import { paths } from '../../page/paths'
import { ShowMore } from '../../page/show-more'
import { Unavailable } from '../../page/unavailable'
import { listOf } from '../../text/dates'
import { openStepsQuery, type StepChoice } from './queries'
import { StepRow } from './step-row'

/** The steps that are not done, those that are due first at the top. */
export function OpenSteps({ choice }: { choice: StepChoice }) {
  const { t } = useTranslation('step')
  const list = useInfiniteQuery(openStepsQuery(choice))
  const { data, error, isPending, refetch } = list
  const steps = data?.pages.flatMap(({ items }) => items)
  return (
    <section className="card steps" aria-labelledby="open-steps">
      <h2 className="govuk-heading-m" id="open-steps">
        {t('open.heading')}
      </h2>
      {isPending && <Loading />}
      {error && !steps && <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />}
      {steps?.length === 0 && <p className="govuk-body">{t(`open.none.${choice.ownedBy}`)}</p>}
      {steps?.map(({ step, people }) => {
        const names = people.map(({ name }) => name)
        return (
          <div key={step.id} className="steps__of">
            <a className="govuk-link" href={paths.conversation(step.conversationId)}>
              {t('open.record', { names: listOf(names) })}
            </a>
            <ul className="steps__list">
              <StepRow step={step} people={names} finished />
            </ul>
          </div>
        )
      })}
      <ShowMore list={list} text={t('open.more')} />
    </section>
  )
}
