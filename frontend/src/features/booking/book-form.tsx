import { Trans, useTranslation } from 'react-i18next'
import { useOutletContext } from 'react-router'
import { Button, ButtonLink } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { useMay } from '../../page/authorities'
import { FormSummary } from '../../page/form'
import { Link } from '../../page/link'
import { Loading } from '../../page/loading'
import { useNow } from '../../page/now'
import { paths } from '../../page/paths'
import { useSubmitKeys } from '../../page/submit-keys'
import { Unavailable } from '../../page/unavailable'
import { timeAt, timeOfDay } from '../../text/dates'
import type { BoardContext } from '../board/board-context'
import { FullDayHelp } from './full-day'
import { OverlapNotice } from './overlap'
import { SlotPicker } from './slot-picker'
import { useBookForm, type BookFormProps } from './use-book-form'
import { WhoField } from './who-field'

/** A form for the person and the place of a booking. */
export function BookForm(props: BookFormProps) {
  const booking = useBookForm(props)
  const keys = useSubmitKeys()
  return (
    <form noValidate onSubmit={(event) => void booking.send(event)} {...keys}>
      <FormSummary errors={booking.form.errors} />
      <WhoField booking={booking} />
      <WhenField hubId={props.hubId} booking={booking} />
    </form>
  )
}

interface PartProps {
  hubId: string
  booking: ReturnType<typeof useBookForm>
}

/** The free slots, or why there are none to choose from. */
function WhenField({ hubId, booking }: PartProps) {
  const { t } = useTranslation('booking')
  const { free, slots } = booking.choice
  if (free.isError && !free.data) {
    return <Unavailable error={free.error} words={t('unavailable')} onAgain={() => void free.refetch()} />
  }
  if (!free.data) return <Loading />
  return slots.length === 0 ? <Full hubId={hubId} /> : <SlotChoice hubId={hubId} booking={booking} />
}

function Full({ hubId }: { hubId: string }) {
  const { t } = useTranslation('booking')
  const { day } = useOutletContext<BoardContext>()
  const may = useMay()
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>{t('full.heading')}</strong>
      </p>
      <p className="govuk-body">{t('full.body', { hub: day.hub.name })}</p>
      <FullDayHelp />
      {may('session:write') && (
        <ButtonLink className="govuk-button--secondary" href={paths.newSession(hubId)}>
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
function SlotChoice({ hubId, booking }: PartProps) {
  const { t } = useTranslation('booking')
  const { day } = useOutletContext<BoardContext>()
  const { choice, form, person, other, overlaps, busy } = booking
  return (
    <>
      <SlotPicker
        date={choice.from}
        slots={choice.slots}
        value={choice.picked?.id}
        onChange={choice.pick}
        error={form.error('slot')}
      />
      {!choice.slots.some(({ date }) => date === choice.from) && <FullDayHelp />}
      <KeptUntil booking={booking} />
      {overlaps && person && <OverlapNotice name={person.name} overlaps={overlaps} />}
      {other && person && (
        <InsetText>
          <Trans
            t={t}
            i18nKey="already"
            values={{ name: person.name, time: timeOfDay(other.starts) }}
            components={{ move: <Link href={paths.moveBooking(hubId, day.date, other.id)} /> }}
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
