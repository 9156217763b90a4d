import { useLayoutEffect, useRef } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { Day } from '../../api/types'
import { Button, ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { useMay } from '../../page/authorities'
import { focusFirstOf } from '../../page/focus-first'
import { FormSummary } from '../../page/form'
import { Link } from '../../page/link'
import { Loading } from '../../page/loading'
import { useNow } from '../../page/now'
import { paths } from '../../page/paths'
import { useSubmitKeys } from '../../page/submit-keys'
import { Unavailable } from '../../page/unavailable'
import { longDate, timeAt, timeOfDay } from '../../text/dates'
import { FullDayHelp } from './full-day'
import { OverlapNotice } from './overlap'
import { SlotPicker } from './slot-picker'
import { useBookForm, type BookFormProps, type ChosenHub } from './use-book-form'
import { WhereField } from './where-field'
import { WhoField } from './who-field'

/** A form for the person, the hub and the place of a booking. */
export function BookForm(props: BookFormProps) {
  const booking = useBookForm(props)
  const keys = useSubmitKeys()
  const { hub } = booking
  const { key } = useLocation()
  const entry = useRef(key)
  // Another place was chosen on the board. What is asked next has the focus, as it has when the form opens.
  useLayoutEffect(() => {
    if (entry.current !== key) focusFirstOf('#who', 'input[name=slot]:checked')
    entry.current = key
  }, [key])
  const day = props.day?.hub.id === hub?.id ? props.day : undefined
  return (
    <form noValidate onSubmit={(event) => void booking.send(event)} {...keys}>
      <FormSummary errors={booking.form.errors} />
      <WhoField booking={booking} />
      <WhereField booking={booking} />
      {hub && <WhenField key={hub.id} hub={hub} day={day} board={props.day} booking={booking} />}
    </form>
  )
}

interface PartProps {
  hub: ChosenHub
  /** The day of the board beside the form, if it is the board of this hub. */
  day: Day | undefined
  /** The day of the board beside the form. */
  board: Day | undefined
  booking: ReturnType<typeof useBookForm>
}

/** The free slots, or why there are none to choose from. */
function WhenField(props: PartProps) {
  const { t } = useTranslation('booking')
  const { free, slots } = props.booking.choice
  if (free.isError && !free.data) {
    return <Unavailable error={free.error} words={t('unavailable')} onAgain={() => void free.refetch()} />
  }
  if (!free.data) return <Loading />
  return slots.length === 0 ? <Full {...props} /> : <SlotChoice {...props} />
}

function Full({ hub, day, booking: { choice } }: PartProps) {
  const { t } = useTranslation('booking')
  const may = useMay()
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>{t('full.heading')}</strong>
      </p>
      <p className="govuk-body">{t('full.body', { hub: hub.name, day: longDate(choice.from) })}</p>
      {day && <FullDayHelp day={day} />}
      <div className="panel__send">
        <Button type="button" className="govuk-button--secondary" onClick={choice.showLater}>
          {t('day.later')}
        </Button>
        {choice.showFirst && (
          <button type="button" className="linkish" onClick={choice.showFirst}>
            {t('day.first')}
          </button>
        )}
      </div>
      {may('session:write') && (
        <ButtonLink className="govuk-button--secondary" href={paths.newSession(hub.id)}>
          {t('full.action')}
        </ButtonLink>
      )}
    </InsetText>
  )
}

/** Until when the picked place is kept, while it is. */
function KeptUntil({ booking }: { booking: PartProps['booking'] }) {
  const { t } = useTranslation('booking')
  const now = useNow()
  const { picked, hold } = booking.choice
  const until = hold.held?.slot.id === picked?.id ? hold.held?.hold.expiresAt : undefined
  return (
    <p className="times__kept" role="status">
      {until && new Date(until) > now && t('time.kept', { time: timeAt(until) })}
    </p>
  )
}

/** The slot, the person's other bookings at its time, and the button that books. */
function SlotChoice({ day, board, booking }: PartProps) {
  const { t } = useTranslation('booking')
  const { choice, form, person, other, overlaps, busy } = booking
  return (
    <>
      <SlotPicker
        date={choice.from}
        slots={choice.slots}
        value={choice.picked?.id}
        onChange={choice.pick}
        error={form.error('slot')}
        planned={day?.date === choice.from && day.sessions.length > 0}
        onLater={choice.showLater}
      />
      {day && !choice.slots.some(({ date }) => date === day.date) && <FullDayHelp day={day} />}
      <KeptUntil booking={booking} />
      {overlaps && person && <OverlapNotice name={person.name} overlaps={overlaps} />}
      {other && person && board && (
        <InsetText>
          <Trans
            t={t}
            i18nKey="already"
            values={{ name: person.name, time: timeOfDay(other.starts) }}
            components={{ move: <Link href={paths.moveBooking(board.hub.id, board.date, other.id)} /> }}
          />
        </InsetText>
      )}
      <div className="panel__send">
        <Button busy={busy}>{t(busy ? 'booking' : other || overlaps ? 'bookBoth' : 'book')}</Button>
        <span className="panel__key">{t('bookHint')}</span>
      </div>
    </>
  )
}
