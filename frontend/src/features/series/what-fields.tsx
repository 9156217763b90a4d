import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { councilQuery } from '../../api/queries'
import type { Room } from '../../api/types'
import { Checkboxes, Radios } from '../../govuk/choices'
import { Input } from '../../govuk/input'
import { textInput, type FieldsProps } from './field-props'
import { teamQuery } from './queries'
import { lengthOf, type TimeForm } from './series-form'

/** The properties of a text input for a name. */
function nameInput(props: FieldsProps<TimeForm>, name: 'kind' | 'room') {
  return { ...textInput(props, name), className: 'govuk-input--width-20' }
}

/** One of the kinds that the council adopted, which sets the length; or any in words. */
function KindField(props: FieldsProps<TimeForm>) {
  const { t } = useTranslation('series')
  const { values, change, error } = props
  const kinds = useQuery({ ...councilQuery(), enabled: false }).data?.kinds ?? []
  const known = kinds.some(({ name }) => name === values.kind)
  const [other, setOther] = useState(values.kind !== '' && !known)
  if (kinds.length === 0) {
    return (
      <Input
        label={{ text: t('field.kind'), className: 'govuk-label--s' }}
        hint={t('field.kindHint')}
        {...nameInput(props, 'kind')}
      />
    )
  }

  function choose(value: string) {
    const kind = kinds.find(({ name }) => name === value)
    setOther(!kind)
    change(kind ? { kind: kind.name, ...lengthOf(kind) } : { kind: '' })
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
          hint: kind.dropInOnly ? t('field.dropInHint') : t('field.minutes', { count: kind.minutes }),
        })),
        {
          value: 'other',
          text: t('field.otherKind'),
          conditional: (
            <Input id="otherKind" label={{ text: t('field.otherKindName') }} {...nameInput(props, 'kind')} />
          ),
        },
      ]}
    />
  )
}

/** One of the hub's rooms, or any place in words. */
function RoomField({ rooms, ...props }: FieldsProps<TimeForm> & { rooms: Room[] }) {
  const { t } = useTranslation('series')
  const { values, change, error } = props
  if (rooms.length === 0) {
    return (
      <Input
        label={{ text: t('field.room'), className: 'govuk-label--s' }}
        hint={t('field.roomHint')}
        {...nameInput(props, 'room')}
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
      onChange={(value) =>
        change(value === 'other' ? { roomId: value } : { roomId: value === 'none' ? '' : value, room: '' })
      }
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
          conditional: <Input label={{ text: t('field.otherRoomName') }} {...nameInput(props, 'room')} />,
        },
      ]}
    />
  )
}

/** The members of staff of a session. A person who has left the team stays until they are removed. */
function StaffField({ values, change, error }: FieldsProps<TimeForm>) {
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
      onChange={(staff) => change({ staff })}
      items={[
        ...members.map(({ id, name }) => ({ value: id, text: name })),
        ...left.map((id) => ({ value: id, text: t('field.formerMember') })),
      ]}
    />
  )
}

/** Kind, room and staff. */
export function WhatFields({ rooms, ...props }: FieldsProps<TimeForm> & { rooms: Room[] }) {
  return (
    <>
      <KindField {...props} />
      <RoomField rooms={rooms} {...props} />
      <StaffField {...props} />
    </>
  )
}
