import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import { councilQuery } from '../../api/queries'
import { Button } from '../../govuk/button'
import { InsetText } from '../../govuk/inset-text'
import { requireAuthority } from '../../page/guards'
import { Page } from '../../page/page'
import { paths } from '../../page/paths'

export const page = (client: QueryClient) => ({
  loader: () => requireAuthority(client, 'council:set-up'),
  Component: Poster,
})

/** A poster for noticeboards: where residents find the council's page, and which number they can call. */
function Poster() {
  const { t } = useTranslation(['setup', 'common'])
  const { data: council } = useSuspenseQuery(councilQuery())
  const address = `${window.location.origin}/open/${council.alias}`
  if (council.status !== 'live') {
    return (
      <Page heading={t('setup:poster.heading')} back={{ href: paths.settings, text: t('common:backToSettings') }}>
        <InsetText>{t('setup:poster.notLive')}</InsetText>
      </Page>
    )
  }
  return (
    <Page heading={t('setup:poster.heading')} back={{ href: paths.settings, text: t('common:backToSettings') }}>
      <Button type="button" onClick={() => window.print()}>
        {t('setup:poster.print')}
      </Button>
      <article className="poster">
        <p className="poster__council">
          {council.logo !== undefined && (
            <span className="logo-plate" style={{ backgroundColor: council.brand.logoBackground }}>
              <img src={`/open/${council.alias}/logo.png?v=${council.logo}`} alt="" />
            </span>
          )}
          <span>{council.name}</span>
          {council.welshName && <span lang="cy">{council.welshName}</span>}
        </p>
        <h2 className="poster__heading">{council.labels.talkingPoints}</h2>
        <p>{t('setup:poster.intro')}</p>
        <QrCode text={address} label={t('setup:poster.code', { address })} />
        <p>{t('setup:poster.scan')}</p>
        <p className="poster__big">{address.replace(/^https?:\/\//, '')}</p>
        {council.contactPhone && (
          <>
            <p>{t('setup:poster.call')}</p>
            <p className="poster__big">{council.contactPhone}</p>
            {council.contactHours && <p>{council.contactHours}</p>}
          </>
        )}
      </article>
    </Page>
  )
}

/** The text as a QR code in black on white, which prints sharply at every size. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M' })
  const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className="poster__code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" shapeRendering="crispEdges" d={dots.join('')} />
    </svg>
  )
}
