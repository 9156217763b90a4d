import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { Problem } from '../../api/problem'
import { hubQuery, useAddRoom, useRetireRoom } from './queries'
import { Button } from '../../govuk/button'
import { Input } from '../../govuk/input'
import { SummaryList } from '../../govuk/summary-list'
import { formErrors, FormSummary, useForm } from '../../page/form'
import { Page } from '../../page/page'
import { useStatusMessage } from '../../page/status-message'
import { requireAuthority, pathParam } from '../../page/guards'
import { paths } from '../../page/paths'
import { Hidden } from '../../govuk/hidden'

export const page = (client: QueryClient) => ({
  loader: async (args: LoaderFunctionArgs) => {
    await requireAuthority(client, 'hub:write')
    return client.fetchQuery({ ...hubQuery(pathParam(args, 'hubId')), staleTime: 0 })
  },
  Component: Rooms,
})

function Rooms() {
  const { t } = useTranslation('hub')
  const hubId = pathParam({ params: useParams() }, 'hubId')
  const { data: hub } = useSuspenseQuery(hubQuery(hubId))
  const add = useAddRoom(hubId)
  const retire = useRetireRoom(hubId)
  const form = useForm({ room: '', capacity: '' })
  const { say, banner } = useStatusMessage()

  function send(event: FormEvent) {
    event.preventDefault()
    const name = form.values.room.trim()
    const capacity = Number(form.values.capacity)
    if (add.isPending) return
    const wrong = form.fail([
      ...(name ? [] : [{ field: 'room' as const, text: t('error.room.NotBlank') }]),
      ...(form.values.capacity.trim() && !(Number.isInteger(capacity) && capacity >= 1 && capacity <= 1000)
        ? [{ field: 'capacity' as const, text: t('error.capacity.other') }]
        : []),
    ])
    if (wrong) return
    add.mutate(
      { name, ...(form.values.capacity.trim() ? { capacity } : {}) },
      {
        onSuccess: () => {
          form.set('room')('')
          form.set('capacity')('')
          say(t('rooms.added', { name }))
        },
        onError: (error) => {
          say('')
          form.fail(
            error instanceof Problem && error.type === 'room-exists'
              ? [{ field: 'room', text: t('error.room.exists') }]
              : formErrors(error, 'hub:error'),
          )
        },
      },
    )
  }

  function away(id: string, name: string) {
    if (retire.isPending) return
    retire.mutate(id, {
      onSuccess: () => {
        form.fail([])
        say(t('rooms.retired', { name }))
      },
      onError: (error) => {
        say('')
        form.fail(formErrors(error, 'hub:error'))
      },
    })
  }

  return (
    <Page heading={t('rooms.heading')} caption={hub.name} back={{ href: paths.hub(hubId) }} wrong={form.wrong}>
      <FormSummary errors={form.errors} />
      {banner}
      {hub.rooms.length === 0 ? (
        <p className="govuk-body">{t('rooms.none')}</p>
      ) : (
        <SummaryList
          rows={hub.rooms.map((room) => ({
            key: room.name,
            value: (
              <div className="row-action">
                <span>{room.capacity ? t('rooms.takes', { count: room.capacity }) : ''}</span>
                <button type="button" className="linkish" onClick={() => away(room.id, room.name)}>
                  <Trans
                    t={t}
                    i18nKey="rooms.retire"
                    values={{ name: room.name }}
                    components={{ hidden: <Hidden /> }}
                  />
                </button>
              </div>
            ),
          }))}
        />
      )}
      <form noValidate onSubmit={send}>
        <Input
          label={{ text: t('rooms.name'), className: 'govuk-label--s' }}
          className="govuk-input--width-20"
          autoComplete="off"
          error={form.error('room')}
          {...form.text('room')}
        />
        <Input
          label={{ text: t('rooms.capacity'), className: 'govuk-label--s' }}
          className="govuk-input--width-3"
          inputMode="numeric"
          autoComplete="off"
          error={form.error('capacity')}
          {...form.text('capacity')}
        />
        <Button busy={add.isPending}>{t(add.isPending ? 'rooms.adding' : 'rooms.add')}</Button>
      </form>
    </Page>
  )
}
