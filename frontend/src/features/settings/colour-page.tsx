import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Input } from '../../govuk/input'
import { brandPreviewQuery } from './queries'
import { SectionPage } from './section-page'
import { sectionPage, useSettingsSection } from './use-settings-section'

export const page = (client: QueryClient) => sectionPage(client, Colour)

function Colour() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSettingsSection(({ brand }) => ({ colour: brand.colour ?? '' }), {
    inWords: ({ colour }) => ({ [t('form.colour')]: colour.trim() || t('summary.none') }),
  })
  const { fields, settings } = section
  const typed = fields.values.colour.trim()
  const { data: tried } = useQuery(brandPreviewQuery(typed))
  const shown =
    tried ?? (typed ? undefined : { headerColour: '#0F5257', headerTextColour: '#FFFFFF', borderColour: '#0F5257' })
  const wrong = typed && !/^#[0-9a-f]{6}$/i.test(typed)
  return (
    <SectionPage
      heading={t('form.colourHeading')}
      section={section}
      onSubmit={(event) =>
        section.send(event, wrong ? [{ field: 'colour', text: t('error.colour.other') }] : [], {
          part: 'brand',
          body: typed ? { colour: typed } : {},
        })
      }
    >
      <p className="govuk-body">{t('form.colourHint')}</p>
      <Input
        label={{ text: t('form.colour') }}
        hint={t('form.colourTypeHint')}
        className="govuk-input--width-10"
        autoComplete="off"
        spellCheck={false}
        error={fields.error('colour')}
        {...fields.text('colour')}
      />
      {shown && (
        <section aria-label={t('form.preview')}>
          <div
            className="brand-band"
            style={{
              backgroundColor: shown.headerColour,
              color: shown.headerTextColour,
              borderColor: shown.borderColour,
            }}
          >
            {settings.name}
          </div>
        </section>
      )}
      <div role="status">
        {tried && (
          <ul className="govuk-list govuk-list--bullet">
            <li>{t('form.textContrast', { contrast: tried.textContrast })}</li>
            <li>
              {tried.borderIsDarker
                ? t('form.borderDarker', { colour: tried.borderColour, contrast: tried.borderContrast })
                : t('form.borderSame', { contrast: tried.borderContrast })}
            </li>
            {tried.nearlyWhite && <li>{t('form.nearlyWhite')}</li>}
          </ul>
        )}
      </div>
    </SectionPage>
  )
}
