import { useTranslation } from 'react-i18next'
import type { Hub } from '../../api/types'
import { Table } from '../../govuk/table'

interface HubTableProps {
  hubs: Hub[]
  caption: string
  address: (hub: Hub) => string
}

export function HubTable({ hubs, caption, address }: HubTableProps) {
  const { t } = useTranslation('hub')
  return (
    <Table
      className="stacks"
      caption={caption}
      captionClassName="govuk-visually-hidden"
      firstCellIsHeader
      head={[{ text: t('column.name') }, { text: t('column.address') }, { text: t('column.postcode') }]}
      rows={hubs.map((hub) => ({
        key: hub.id,
        cells: [
          <a className="govuk-link" href={address(hub)} key="name">
            {hub.name}
          </a>,
          hub.address.join(', '),
          <span className="postcode" key="postcode">
            {hub.postcode}
          </span>,
        ],
      }))}
    />
  )
}
