import { Trans, useTranslation } from 'react-i18next'
import { plainDate } from '../../text/dates'
import type { Framework } from './in-words'

/** Cites where the names come from. */
export function Source({ framework }: { framework: Framework }) {
  const { t } = useTranslation('evidence')
  return (
    <p className="govuk-body">
      <Trans
        t={t}
        i18nKey="source"
        values={{
          name: framework.name,
          publisher: framework.publisher,
          updated: plainDate(framework.updatedOn),
          compiled: plainDate(framework.compiledOn),
          version: framework.version,
        }}
        // Its words come from the translation.
        // eslint-disable-next-line jsx-a11y-x/anchor-has-content
        components={{ edition: <a className="govuk-link" href={framework.address} /> }}
      />
    </p>
  )
}
