import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../api/types'
import { Button } from '../../govuk/button'
import { Loading } from '../../page/loading'
import { Unavailable } from '../../page/unavailable'
import { useFormDraft } from '../../page/use-kept-draft'
import { ConnectionFields } from './connection-fields'
import { EMPTY_CONNECTION } from './connection-form'
import { ConnectionRow } from './connection-row'
import { connectionsQuery, useAddConnection } from './queries'

const NEW = 'new'

/** The section of the groups, places and activities that the person was told about or introduced to. */
export function Connections({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('connection')
  const { id } = conversation
  const finished = conversation.status === 'finished'
  const { data: connections, error, isPending, refetch } = useQuery(connectionsQuery(id))
  const [adding, setAdding] = useState(useFormDraft(`connection-${NEW}`) !== undefined)
  const add = useAddConnection(id)
  return (
    <section className="card steps" aria-labelledby="connections">
      <h2 className="govuk-heading-s" id="connections">
        {t('heading')}
      </h2>
      {isPending && <Loading />}
      {error && !connections && <Unavailable error={error} words={t('unavailable')} onAgain={() => void refetch()} />}
      {connections?.length === 0 && !adding && <p className="govuk-body">{t('none')}</p>}
      {connections && connections.length > 0 && (
        <ul className="steps__list">
          {connections.map((connection) => (
            <ConnectionRow key={connection.id} connection={connection} finished={finished} />
          ))}
        </ul>
      )}
      {connections && adding && (
        <ConnectionFields
          name={NEW}
          start={EMPTY_CONNECTION}
          needsReason={false}
          save={t('add')}
          busy={add.isPending}
          onSave={(details) => add.mutateAsync(details)}
          onDone={() => setAdding(false)}
        />
      )}
      {connections && !adding && (
        <Button type="button" className="govuk-button--secondary" onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      )}
    </section>
  )
}
