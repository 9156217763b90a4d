import { type FormEvent } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { WholeSession } from '../../api/types'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { InsetText } from '../../govuk/inset-text'
import { NotificationBanner } from '../../govuk/notification-banner'
import { SummaryList } from '../../govuk/summary-list'
import { Table } from '../../govuk/table'
import { useMay } from '../../page/authorities'
import { useFlashMessage } from '../../page/flash-message'
import { FormSummary, useForm } from '../../page/form'
import { paths } from '../../page/paths'
import { Page } from '../../page/page'
import { longDate, timeOfDay, timeRange, today } from '../../text/dates'
import { usePlanInWords } from '../series/plan-in-words'
import { useSteps } from './steps'
import { Hidden } from '../../govuk/hidden'

export const page = { Component: ChooseChange }

/** How many places are taken, without names, with a link to add a place where none is left. */
function Times({ session, here }: { session: WholeSession; here: string }) {
  const { t } = useTranslation('session-change')
  return (
    <Table
      caption={t('times.caption')}
      captionClassName="govuk-table__caption--m"
      firstCellIsHeader
      head={[{ text: t('times.time') }, { text: t('times.taken') }, { text: t('times.action') }]}
      rows={session.slots.map((slot) => ({
        key: slot.id,
        cells: [
          timeOfDay(slot.starts),
          t('times.takenOf', { taken: slot.taken, places: slot.places }),
          slot.left === 0 && (
            <a key="add" className="govuk-link" href={`${here}/slots/${slot.id}/extra-place`}>
              <Trans
                t={t}
                i18nKey="times.add"
                values={{ time: timeOfDay(slot.starts) }}
                components={{ hidden: <Hidden /> }}
              />
            </a>
          ),
        ],
      }))}
    />
  )
}

/** The choice of sessions, and of changing or cancelling them. */
function ChooseChange() {
  const { t } = useTranslation(['session-change', 'series', 'common'])
  const { session, choice, setChoice, here, home } = useSteps()
  const navigate = useNavigate()
  const form = useForm<{ choice: string }>({ choice })
  const may = useMay()
  const flash = useFlashMessage<string>()
  const plan = usePlanInWords()
  const booked = session.slots.reduce((sum, slot) => sum + slot.taken, 0)
  const open = session.status === 'planned' && session.date >= today()

  function send(event: FormEvent) {
    event.preventDefault()
    const chosen = form.values.choice
    if (form.fail(chosen ? [] : [{ field: 'choice', text: t('error.choice') }])) return
    setChoice(chosen)
    void navigate(chosen === 'cancel' ? `${here}/cancel` : `${here}/change`)
  }

  const scopes = session.seriesId ? (['this', 'later', 'all'] as const) : (['this'] as const)
  return (
    <Page heading={t('choose.heading')} caption={session.hubName} back={{ href: home }} wrong={form.wrong}>
      {flash && <NotificationBanner success>{flash}</NotificationBanner>}
      <FormSummary errors={form.errors} />
      <SummaryList
        rows={[
          { key: t('row.date'), value: longDate(session.date) },
          { key: t('series:check.times'), value: timeRange(session.starts, session.ends) },
          { key: t('series:check.kind'), value: session.kind ?? t('common:notProvided') },
          { key: t('series:check.room'), value: session.room ?? t('common:notProvided') },
          { key: t('series:check.staff'), value: plan.staff(session.staff) || t('common:notProvided') },
          { key: t('series:check.length'), value: plan.length(session) },
          ...(session.slotMinutes ? [{ key: t('row.booked'), value: t('row.bookedCount', { count: booked }) }] : []),
        ]}
      />
      {!open && (
        <InsetText>
          {session.status === 'cancelled'
            ? t('choose.cancelled', { reason: session.cancelReason ?? '' })
            : t('choose.over')}
        </InsetText>
      )}
      {open && session.slots.length > 0 && may('slot:extend') && <Times session={session} here={here} />}
      {open && (
        <form noValidate onSubmit={send}>
          <Radios
            name="choice"
            legend={{ text: t('choose.legend'), className: 'govuk-fieldset__legend--m' }}
            error={form.error('choice')}
            value={form.values.choice}
            onChange={form.set('choice')}
            items={[
              ...scopes.map((scope) => ({
                value: scope,
                text: t(`scope.${scope}.choice`),
                hint: scope === 'this' ? undefined : t(`scope.${scope}.hint`),
              })),
              { divider: t('choose.or') },
              { value: 'cancel', text: t('choose.cancel') },
            ]}
          />
          <div className="govuk-button-group">
            <Button>{t('common:continue')}</Button>
            {session.seriesId && (
              <a className="govuk-link" href={paths.series(session.seriesId)}>
                {t('choose.series')}
              </a>
            )}
          </div>
        </form>
      )}
    </Page>
  )
}
