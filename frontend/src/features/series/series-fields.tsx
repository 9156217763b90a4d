import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { councilQuery } from '../../api/queries'
import type { Room } from '../../api/types'
import { Button } from '../../govuk/button'
import { Checkboxes, Radios } from '../../govuk/choices'
import { DateInput } from '../../govuk/date-input'
import { NO_DATE } from '../../govuk/date-parts'
import { Fieldset } from '../../govuk/fieldset'
import { Input } from '../../govuk/input'
import { plainDate, today, addDays } from '../../text/dates'
import { teamQuery } from './queries'
import { DAYS, lengthOf, type SeriesForm, type TimeForm } from './series-form'
import { listOf } from '../../text/dates'
import { lookup } from '../../text/lookup'

interface FieldsProps<Form> {
  values: Form
  set: <Name extends keyof Form>(name: Name) => (value: Form[Name]) => void
  error: (field: string) => ReactNode
}

type Text = 'kind' | 'room'

function useText<Form extends TimeForm>({ values, set, error }: FieldsProps<Form>) {
  return (name: Text) => ({
    name,
    value: values[name],
    onChange: (event: { target: { value: string } }) => set(name)(event.target.value as Form[Text]),
    error: error(name),
    autoComplete: 'off',
    className: 'govuk-input--width-20',
  })
}

/** One of the kinds that the council adopted, which sets the length; or any in words. */
function KindField<Form extends TimeForm>(props: FieldsProps<Form>) {
  const { t } = useTranslation('series')
  const { values, set, error } = props
  const text = useText(props)
  const kinds = useQuery({ ...councilQuery(), enabled: false }).data?.kinds ?? []
  const known = kinds.some(({ name }) => name === values.kind)
  const [other, setOther] = useState(values.kind !== '' && !known)
  if (kinds.length === 0) {
    return (
      <Input
        label={{ text: t('field.kind'), className: 'govuk-label--s' }}
        hint={t('field.kindHint')}
        {...text('kind')}
      />
    )
  }

  function choose(value: string) {
    const kind = kinds.find(({ name }) => name === value)
    setOther(!kind)
    set('kind')((kind?.name ?? '') as Form['kind'])
    if (!kind) return
    const length = lengthOf(kind)
    set('slotMinutes')(length.slotMinutes as Form['slotMinutes'])
    set('otherMinutes')(length.otherMinutes as Form['otherMinutes'])
  }

  return (
    <Radios
      name="kindOf"
      idPrefix="kind"
      className="govuk-radios--small"
      legend={{ text: t('field.kindLegend'), className: 'govuk-fieldset__legend--s' }}
      error={other ? undefined : error('kind')}
      value={other ? 'other' : values.kind}
      onChange={choose}
      items={[
        ...kinds.map((kind) => ({
          value: kind.name,
          text: kind.name,
          hint: kind.dropInOnly ? t('dropInOnly') : t('field.minutes', { count: kind.minutes }),
        })),
        {
          value: 'other',
          text: t('field.otherKind'),
          conditional: <Input id="otherKind" label={{ text: t('field.otherKindName') }} {...text('kind')} />,
        },
      ]}
    />
  )
}

/** One of the hub's rooms, or any place in words. */
function RoomField<Form extends TimeForm>({ rooms, ...props }: FieldsProps<Form> & { rooms: Room[] }) {
  const { t } = useTranslation('series')
  const { values, set, error } = props
  const text = useText(props)
  if (rooms.length === 0) {
    return (
      <Input
        label={{ text: t('field.room'), className: 'govuk-label--s' }}
        hint={t('field.roomHint')}
        {...text('room')}
      />
    )
  }
  return (
    <Radios
      name="roomId"
      className="govuk-radios--small"
      legend={{ text: t('field.roomLegend'), className: 'govuk-fieldset__legend--s' }}
      error={error('roomId')}
      value={values.roomId || 'none'}
      onChange={(value) => {
        set('roomId')((value === 'none' ? '' : value) as Form['roomId'])
        if (value !== 'other') set('room')('' as Form['room'])
      }}
      items={[
        ...rooms.map((room) => ({
          value: room.id,
          text: room.name,
          hint: room.capacity ? t('field.capacity', { count: room.capacity }) : undefined,
        })),
        { value: 'none', text: t('field.noRoom') },
        {
          value: 'other',
          text: t('field.otherRoom'),
          conditional: <Input label={{ text: t('field.otherRoomName') }} {...text('room')} />,
        },
      ]}
    />
  )
}

/** The members of staff of a session. A person who has left the team stays until they are removed. */
function StaffField<Form extends TimeForm>({ values, set, error }: FieldsProps<Form>) {
  const { t } = useTranslation('series')
  const members = useQuery(teamQuery()).data
  if (!members || members.length === 0) return null
  const left = values.staff.filter((id) => !members.some((member) => member.id === id))
  return (
    <Checkboxes
      name="staff"
      className="govuk-checkboxes--small team-choice"
      legend={{ text: t('field.staff'), className: 'govuk-fieldset__legend--s' }}
      hint={t('field.staffHint')}
      error={error('staff')}
      values={values.staff}
      onChange={(staff) => set('staff')(staff as Form['staff'])}
      items={[
        ...members.map(({ id, name }) => ({ value: id, text: name })),
        ...left.map((id) => ({ value: id, text: t('field.formerMember') })),
      ]}
    />
  )
}

/** The names of members of staff. */
export function useStaffInWords(): (staff: string[]) => string {
  const { t } = useTranslation('series')
  const members = useQuery(teamQuery()).data
  return (staff) =>
    listOf(staff.map((id) => members?.find((member) => member.id === id)?.name ?? t('field.formerMember')))
}

/** The name of a room, whether it is one of the hub's or typed. */
export function roomInWords(rooms: Room[], { roomId, room }: { roomId?: string; room?: string }): string | undefined {
  return rooms.find(({ id }) => id === roomId)?.name ?? room
}

/** Kind, room and staff. */
export function WhatFields<Form extends TimeForm>({ rooms, ...props }: FieldsProps<Form> & { rooms: Room[] }) {
  return (
    <>
      <KindField {...props} />
      <RoomField rooms={rooms} {...props} />
      <StaffField {...props} />
    </>
  )
}

/** Times, breaks, slots and places: of a series, or of a session that changes. */
export function TimeFields<Form extends TimeForm>({ values, set, error }: FieldsProps<Form>) {
  const { t } = useTranslation('series')
  const text = (name: 'starts' | 'ends' | 'otherMinutes' | 'placesPerSlot') => ({
    name,
    value: values[name],
    onChange: (event: { target: { value: string } }) => set(name)(event.target.value as Form[typeof name]),
    error: error(name),
    autoComplete: 'off',
  })
  const breaks = (change: (before: SeriesForm['breaks']) => SeriesForm['breaks']) =>
    set('breaks')(change(values.breaks) as Form['breaks'])
  const setBreak = (at: number, name: 'starts' | 'ends', value: string) =>
    breaks((before) => before.map((each, index) => (index === at ? { ...each, [name]: value } : each)))
  // At once, so that the focus is never on what is no longer there.
  function changeBreaks(change: Parameters<typeof breaks>[0], focused: string) {
    flushSync(() => breaks(change))
    document.getElementById(focused)?.focus()
  }
  return (
    <>
      <div className="pair">
        <Input
          label={{ text: t('field.starts'), className: 'govuk-label--s' }}
          hint={t('field.startsHint')}
          className="govuk-input--width-5"
          {...text('starts')}
        />
        <Input
          label={{ text: t('field.ends'), className: 'govuk-label--s' }}
          className="govuk-input--width-5"
          {...text('ends')}
        />
      </div>
      <Fieldset legend={{ text: t('field.breaks'), className: 'govuk-fieldset__legend--s' }}>
        {values.breaks.map((each, at) => (
          <div className="pair" key={at}>
            {(['starts', 'ends'] as const).map((name) => (
              <Input
                key={name}
                id={`break-${at}-${name}`}
                name={`break-${at}-${name}`}
                label={{ text: t(name === 'starts' ? 'field.breakStarts' : 'field.breakEnds', { number: at + 1 }) }}
                className="govuk-input--width-5"
                autoComplete="off"
                value={each[name]}
                error={error(`break-${at}-${name}`)}
                onChange={(event) => setBreak(at, name, event.target.value)}
              />
            ))}
            <Button
              type="button"
              className="govuk-button--secondary pair__button"
              onClick={() =>
                changeBreaks(
                  (before) => before.filter((_, index) => index !== at),
                  values.breaks.length > 1 ? `break-${Math.min(at, values.breaks.length - 2)}-starts` : 'add-break',
                )
              }
            >
              {t('field.removeBreak', { number: at + 1 })}
            </Button>
          </div>
        ))}
        {values.breaks.length < 6 && (
          <Button
            type="button"
            id="add-break"
            className="govuk-button--secondary"
            onClick={() =>
              changeBreaks((before) => [...before, { starts: '', ends: '' }], `break-${values.breaks.length}-starts`)
            }
          >
            {t('field.addBreak')}
          </Button>
        )}
      </Fieldset>
      <Radios
        name="slotMinutes"
        className="govuk-radios--small"
        legend={{ text: t('field.slotMinutes'), className: 'govuk-fieldset__legend--s' }}
        error={error('slotMinutes')}
        value={values.slotMinutes}
        onChange={(value) => set('slotMinutes')(value as Form['slotMinutes'])}
        items={[
          ...['30', '45', '60'].map((length) => ({
            value: length,
            text: t('field.minutes', { count: Number(length) }),
          })),
          {
            value: 'other',
            text: t('field.other'),
            conditional: (
              <Input
                label={{ text: t('field.otherMinutes') }}
                className="govuk-input--width-3"
                inputMode="numeric"
                {...text('otherMinutes')}
              />
            ),
          },
          { value: 'dropIn', text: t('field.dropIn'), hint: t('field.dropInHint') },
        ]}
      />
      {values.slotMinutes !== 'dropIn' && (
        <Input
          label={{ text: t('field.placesPerSlot'), className: 'govuk-label--s' }}
          hint={t('field.placesHint')}
          className="govuk-input--width-2"
          inputMode="numeric"
          {...text('placesPerSlot')}
        />
      )}
    </>
  )
}

/** On which days. */
export function WhenFields({ values, set, error }: FieldsProps<SeriesForm>) {
  const { t } = useTranslation('series')
  const text = (name: 'everyOther' | 'times') => ({
    name,
    value: values[name],
    onChange: (event: { target: { value: string } }) => set(name)(event.target.value),
    error: error(name),
    autoComplete: 'off',
    inputMode: 'numeric' as const,
    className: 'govuk-input--width-2',
  })
  const [year = '', month = '', day = ''] = addDays(today(), 7).split('-')
  const weekly = ['week', 'fortnight', 'weeks'].includes(values.repeats)
  return (
    <>
      <Radios
        name="repeats"
        className="govuk-radios--small"
        legend={{ text: t('field.repeats'), className: 'govuk-fieldset__legend--s' }}
        value={values.repeats}
        onChange={set('repeats')}
        items={[
          { value: 'no', text: t('field.no') },
          { value: 'week', text: t('field.week') },
          { value: 'fortnight', text: t('field.fortnight') },
          {
            value: 'weeks',
            text: t('field.weeks'),
            conditional: <Input label={{ text: t('field.everyOther') }} {...text('everyOther')} />,
          },
          { value: 'month', text: t('field.month'), hint: t('field.monthHint') },
          { value: 'dates', text: t('field.dates') },
        ]}
      />
      {weekly && (
        <Checkboxes
          name="days"
          className="govuk-checkboxes--small week"
          legend={{ text: t('field.days'), className: 'govuk-fieldset__legend--s' }}
          error={error('days')}
          values={values.days}
          onChange={set('days')}
          items={DAYS.map((each) => ({ value: each, text: lookup('common', 'weekday', each) }))}
        />
      )}
      <DateInput
        id="from"
        legend={{ text: t('field.from'), className: 'govuk-fieldset__legend--s' }}
        hint={t('field.fromHint', { example: `${Number(day)} ${Number(month)} ${year}` })}
        error={error('from-day')}
        value={values.from}
        onChange={set('from')}
      />
      {values.repeats === 'dates' && (
        <>
          {values.more.map((date, at) => (
            <DateInput
              key={at}
              id={`more-${at}`}
              legend={{ text: t('field.another') }}
              error={error(`more-${at}-day`)}
              value={date}
              onChange={(value) => set('more')(values.more.map((each, index) => (index === at ? value : each)))}
            />
          ))}
          <Button
            type="button"
            className="govuk-button--secondary"
            onClick={() => set('more')([...values.more, NO_DATE])}
          >
            {t('field.addDate')}
          </Button>
        </>
      )}
      {values.repeats !== 'no' && values.repeats !== 'dates' && (
        <Radios
          name="end"
          className="govuk-radios--small"
          legend={{ text: t('field.end'), className: 'govuk-fieldset__legend--s' }}
          value={values.end}
          onChange={set('end')}
          items={[
            { value: 'never', text: t('field.never') },
            {
              value: 'on',
              text: t('field.on'),
              conditional: (
                <DateInput
                  id="until"
                  legend={{ text: t('field.until') }}
                  hint={t('field.untilHint', { date: plainDate(today()) })}
                  error={error('until-day')}
                  value={values.until}
                  onChange={set('until')}
                />
              ),
            },
            {
              value: 'times',
              text: t('field.times'),
              conditional: <Input label={{ text: t('field.timesCount') }} {...text('times')} />,
            },
          ]}
        />
      )}
    </>
  )
}
