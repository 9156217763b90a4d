import { Trans, useTranslation } from 'react-i18next'
import type { Asset } from '../../api/types'
import { Hidden } from '../../govuk/hidden'
import { Table } from '../../govuk/table'
import { useMay } from '../../page/authorities'
import { paths } from '../../page/paths'
import { telephoneLink } from '../../page/telephone'
import { plainDate } from '../../text/dates'

/** The assets with what they offer, where they are, and how to reach them. */
export function AssetTable({ assets, caption }: { assets: Asset[]; caption: string }) {
  const { t } = useTranslation('asset')
  const may = useMay()
  return (
    <Table
      className="stacks"
      caption={caption}
      captionClassName="govuk-visually-hidden"
      firstCellIsHeader
      head={[
        { text: t('field.name') },
        { text: t('field.offers') },
        { text: t('field.place') },
        { text: t('contact') },
        { text: t('field.checkedOn') },
      ]}
      rows={assets.map(({ id, details, hubName }) => ({
        key: id,
        cells: [
          <span className="breaks" key="name">
            {details.name}
            {may('asset:write') && (
              <>
                <br />
                <a className="govuk-link" href={paths.editAsset(id)}>
                  <Trans t={t} i18nKey="change" values={{ name: details.name }} components={{ hidden: <Hidden /> }} />
                </a>
              </>
            )}
          </span>,
          <span className="breaks" key="offers">
            {details.offers}
          </span>,
          <span className="breaks" key="place">
            {details.place}
            {details.place && hubName && <br />}
            {hubName && t('near', { hub: hubName })}
          </span>,
          <Contact key="contact" details={details} />,
          details.checkedOn ? plainDate(details.checkedOn) : t('notChecked'),
        ],
      }))}
    />
  )
}

function Contact({ details: { telephone, email, website } }: Pick<Asset, 'details'>) {
  const { t } = useTranslation('common')
  const links = [
    ...(telephone ? [{ href: telephoneLink(telephone), text: telephone }] : []),
    ...(email ? [{ href: `mailto:${email}`, text: email }] : []),
    ...(website ? [{ href: website, text: website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '') }] : []),
  ]
  if (links.length === 0) return t('notProvided')
  return (
    <span className="breaks">
      {links.map(({ href, text }, at) => (
        <span key={href}>
          {at > 0 && <br />}
          <a className="govuk-link" href={href} rel="noreferrer">
            {text}
          </a>
        </span>
      ))}
    </span>
  )
}
