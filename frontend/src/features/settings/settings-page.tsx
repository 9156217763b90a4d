import { useQuery, useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useState, type FormEvent, type ReactNode, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoaderData, useNavigate } from 'react-router'
import { Problem } from '../../api/problem'
import { councilQuery } from '../../api/queries'
import type { OwnSettings } from '../../api/types'
import { agreementQuery } from '../agreement/queries'
import { ownSettingsQuery, triedBrandQuery, useChangeOwnSettings, type Change } from './queries'
import { ResidentsPage } from './public-page-link'
import { Button } from '../../govuk/button'
import { Radios } from '../../govuk/choices'
import { FileUpload } from '../../govuk/file-upload'
import { Input } from '../../govuk/input'
import { NotificationBanner } from '../../govuk/notification-banner'
import { SummaryList, type SummaryRow } from '../../govuk/summary-list'
import { Textarea } from '../../govuk/textarea'
import { formErrors, FormSummary, useForm, type FormError } from '../../page/form'
import { Page } from '../../page/page'
import { problemText } from '../../page/problem-text'
import { useSendOnce } from '../../page/send-once'
import { Theirs } from '../../page/conflict-table'
import { tellNextPage, useToldOnce } from '../../page/flash-message'
import { allowed } from '../../page/guards'
import { dayAt, plainDate } from '../../text/dates'
import { paths } from '../../page/paths'

interface Loaded {
  body: OwnSettings
  tag: string
}

const load = (client: QueryClient) => async () => {
  await allowed(client, 'council:set-up')
  // Read anew: an edit starts from what is there now.
  return client.fetchQuery(ownSettingsQuery())
}
const form = (client: QueryClient, Component: () => ReactNode) => ({
  loader: load(client),
  shouldRevalidate: () => false,
  Component,
})

export const page = (client: QueryClient) => ({ loader: load(client), Component: Settings })
export const name = (client: QueryClient) => form(client, Name)
export const contact = (client: QueryClient) => form(client, Contact)
export const languages = (client: QueryClient) => form(client, Languages)
export const dataProtection = (client: QueryClient) => form(client, DataProtection)
export const assessment = (client: QueryClient) => form(client, Assessment)
export const labels = (client: QueryClient) => form(client, Labels)
export const logo = (client: QueryClient) => form(client, Logo)
export const colour = (client: QueryClient) => form(client, Colour)

function Settings() {
  const { t } = useTranslation(['settings', 'common'])
  const { body: settings } = useLoaderData<Loaded>()
  const news = useToldOnce<string>()
  const none = t('common:notProvided')
  const { contact: reach, labels: words, brand, dataProtection: protection, assessment: held } = settings
  const agreementRow = useAgreementRow()
  const row = (key: string, value: ReactNode, to: Parameters<typeof paths.settingsPart>[0]) => ({
    key,
    value: value || none,
    actions: [{ text: t('common:change'), href: paths.settingsPart(to), hidden: key.toLocaleLowerCase('en-GB') }],
  })
  return (
    <Page heading={t('settings:summary.heading')} wide>
      {news && <NotificationBanner success>{news}</NotificationBanner>}
      <section className="card">
        <SummaryList
          rows={[
            row(t('settings:summary.name'), settings.name, 'name'),
            ...(settings.welshName
              ? [row(t('settings:summary.welshName'), <span lang="cy">{settings.welshName}</span>, 'name')]
              : []),
            ...(settings.status === 'live'
              ? [{ key: t('settings:summary.residentsPage'), value: <ResidentsPage alias={settings.alias} /> }]
              : []),
            row(
              t('settings:summary.contact'),
              [reach.contactPhone, reach.contactEmail, reach.contactHours, ...reach.contactAddress]
                .filter(Boolean)
                .join(', '),
              'contact',
            ),
            row(
              t('settings:summary.languages'),
              `${t(`common:nation.${settings.nation}`)}, ${t(settings.languages.includes('cy') ? 'settings:summary.ency' : 'settings:summary.en')}`,
              'languages',
            ),
            agreementRow,
            row(
              t('settings:summary.dataProtection'),
              [protection?.registration, protection?.dataProtectionEmail, protection?.privacyNotice]
                .filter(Boolean)
                .join(', '),
              'data-protection',
            ),
            row(
              t('settings:summary.assessment'),
              held && t('settings:summary.assessmentHeld', { date: plainDate(dayAt(held.at)) }),
              'assessment',
            ),
            row(t('settings:summary.labels'), [words.talkingPoint, words.hub, words.conversation].join(', '), 'labels'),
            row(t('settings:summary.colour'), brand.colour ?? t('settings:summary.none'), 'colour'),
            row(t('settings:summary.logo'), settings.logo && <LogoShown settings={settings} />, 'logo'),
          ]}
        />
      </section>
    </Page>
  )
}

/** Where the agreement stands. The rest of the page does not wait for it. */
function useAgreementRow(): SummaryRow {
  const { t } = useTranslation('agreement')
  const { data, isError } = useQuery(agreementQuery())
  return {
    key: t('settings.row'),
    value: !data
      ? isError && t('settings.unknown')
      : data.accepted
        ? t('settings.accepted', data.agreement)
        : data.acceptAgainBy
          ? t('settings.again', { date: plainDate(data.acceptAgainBy) })
          : t('settings.not'),
    actions: [{ text: t('settings.see'), href: paths.agreement, hidden: t('settings.hidden') }],
  }
}

/** As residents see it: on its plate, beside the name. */
function LogoShown({ settings: { name: council, brand, logo: shown } }: { settings: OwnSettings }) {
  const { t } = useTranslation(['settings', 'common'])
  if (!shown) return null
  return (
    <>
      <span className="logo-plate" style={{ backgroundColor: brand.plate }}>
        <img src={`/api/settings/logo?v=${shown.version}`} alt={t('form.logoOf', { name: council })} />
      </span>
      {shown.pale && <p className="govuk-body">{t('form.logoPale')}</p>}
    </>
  )
}

/** Where a saved page goes: back to the list of tasks while the council is being set up, else to the settings. */
function useSection<Values extends object>(
  start: (settings: OwnSettings) => Values,
  /** What is typed in words, under the name of each detail. Not for what shows itself. */
  inWords?: (values: Values) => Record<string, string>,
) {
  const { t } = useTranslation(['settings', 'common'])
  const { body, tag } = useLoaderData<Loaded>()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { data: council } = useSuspenseQuery(councilQuery())
  const fields = useForm<Values, string>(() => start(body))
  const change = useSendOnce(useChangeOwnSettings())
  const [over, setOver] = useState(tag)
  const [theirs, setTheirs] = useState<OwnSettings>()
  const mine = inWords?.(fields.values)
  const there = theirs && inWords?.(start(theirs))
  const home = council.status === 'setting-up' ? paths.setup : paths.settings

  async function changedMeanwhile() {
    const now = await client.fetchQuery(ownSettingsQuery())
    setOver(now.tag)
    setTheirs(now.body)
    fields.fail([{ text: t('settings:summary.changed'), field: inWords && 'different' }])
  }

  return {
    settings: theirs ?? body,
    fields,
    different:
      mine && there && Object.entries(mine).map(([name, text]) => ({ name, theirs: there[name] ?? '', mine: text })),
    home,
    busy: change.busy,
    send(event: SyntheticEvent, faults: FormError<string>[], made: Change) {
      event.preventDefault()
      if (fields.fail(faults)) return
      change.send(
        { change: made, tag: over },
        {
          onSuccess: (saved) => {
            const pale = made.part === 'logo' && saved.logo?.pale
            tellNextPage(
              home,
              pale ? `${t('settings:summary.saved')}. ${t('form.logoPale')}` : t('settings:summary.saved'),
            )
            void navigate(home, { replace: true })
          },
          onError: (error) => {
            if (error instanceof Problem && error.status === 412) {
              changedMeanwhile().catch((failed: unknown) => fields.fail(formErrors(failed, 'settings:error')))
            } else if (error instanceof Problem && error.type === 'name-taken') {
              fields.fail([{ field: 'name', text: t('error.name.taken') }])
            } else if (error instanceof Problem && (made.part === 'logo' || made.part === 'assessment')) {
              fields.fail([{ field: made.part, text: fileFault(t, made.part, error) }])
            } else fields.fail(formErrors(error, 'settings:error', (pointer) => pointer.split('.')[0]))
          },
        },
      )
    },
  }
}

function SectionPage({
  heading,
  section,
  onSubmit,
  children,
}: {
  heading: string
  section: ReturnType<typeof useSection>
  onSubmit: (event: FormEvent) => void
  children: ReactNode
}) {
  const { t } = useTranslation(['settings', 'common'])
  const back = section.home === paths.setup ? t('common:backToSetUp') : t('common:backToSettings')
  return (
    <Page heading={heading} back={{ href: section.home, text: back }} wrong={section.fields.wrong}>
      <FormSummary errors={section.fields.errors} />
      {section.different && <Theirs details={section.different} />}
      <form noValidate onSubmit={onSubmit}>
        {children}
        <Button busy={section.busy}>{t(section.busy ? 'settings:summary.saving' : 'settings:summary.save')}</Button>
      </form>
    </Page>
  )
}

/** Leaves out what was left empty. */
function given<Name extends string>(values: Record<Name, string>): Partial<Record<Name, string>> {
  return Object.fromEntries(
    Object.entries<string>(values)
      .map(([key, value]) => [key, value.trim()] as const)
      .filter(([, value]) => value),
  ) as Partial<Record<Name, string>>
}

function Name() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSection(
    ({ name: now, welshName }) => ({ name: now, welshName: welshName ?? '' }),
    (typed) => ({ [t('form.name')]: typed.name.trim(), [t('form.welshName')]: typed.welshName.trim() }),
  )
  const { fields } = section
  const { welshName } = fields.values
  const now = fields.values.name.trim()
  return (
    <SectionPage
      heading={t('form.nameHeading')}
      section={section}
      onSubmit={(event) =>
        section.send(event, now ? [] : [{ field: 'name', text: t('error.name.NotBlank') }], {
          part: 'name',
          body: { name: now, ...given({ welshName }) },
        })
      }
    >
      <Input
        label={{ text: t('form.name') }}
        hint={t('form.nameHint')}
        error={fields.error('name')}
        {...fields.text('name')}
      />
      <Input
        label={{ text: t('form.welshName') }}
        lang="cy"
        error={fields.error('welshName')}
        {...fields.text('welshName')}
      />
    </SectionPage>
  )
}

const CONTACT = ['contactPhone', 'contactHours', 'contactEmail', 'contactAddress', 'relay', 'complaints'] as const

function Contact() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSection(
    ({ contact: reach }) => ({
      contactPhone: reach.contactPhone ?? '',
      contactEmail: reach.contactEmail ?? '',
      contactHours: reach.contactHours ?? '',
      contactAddress: reach.contactAddress.join('\n'),
      relay: reach.relay ?? '',
      complaints: reach.complaints ?? '',
    }),
    (typed) => Object.fromEntries(CONTACT.map((field) => [t(`form.${field}`), typed[field].trim()])),
  )
  const { fields } = section
  const { contactAddress, ...rest } = fields.values
  const lines = contactAddress
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const reached = rest.contactPhone.trim() || rest.contactEmail.trim()
  return (
    <SectionPage
      heading={t('form.contactHeading')}
      section={section}
      onSubmit={(event) =>
        section.send(event, reached ? [] : [{ field: 'contactPhone', text: t('error.reach') }], {
          part: 'contact',
          body: { ...given(rest), contactAddress: lines },
        })
      }
    >
      <Input
        label={{ text: t('form.contactPhone') }}
        type="tel"
        className="govuk-input--width-20"
        error={fields.error('contactPhone')}
        {...fields.text('contactPhone')}
      />
      <Input
        label={{ text: t('form.contactHours') }}
        hint={t('form.contactHoursHint')}
        error={fields.error('contactHours')}
        {...fields.text('contactHours')}
      />
      <Input
        label={{ text: t('form.contactEmail') }}
        type="email"
        spellCheck={false}
        error={fields.error('contactEmail')}
        {...fields.text('contactEmail')}
      />
      <Textarea
        label={{ text: t('form.contactAddress') }}
        hint={t('form.contactAddressHint')}
        error={fields.error('contactAddress')}
        {...fields.text('contactAddress')}
      />
      <Input
        label={{ text: t('form.relay') }}
        hint={t('form.relayHint')}
        error={fields.error('relay')}
        {...fields.text('relay')}
      />
      <Textarea
        label={{ text: t('form.complaints') }}
        error={fields.error('complaints')}
        {...fields.text('complaints')}
      />
    </SectionPage>
  )
}

const NATIONS = ['england', 'wales', 'scotland'] as const

function Languages() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSection(
    ({ nation, languages: spoken }) => ({
      nation: nation as string,
      welsh: spoken.includes('cy') ? 'yes' : 'no',
    }),
    (typed) => ({
      [t('form.nation')]: t(`common:nation.${typed.nation as (typeof NATIONS)[number]}`),
      [t('form.languages')]: t(typed.welsh === 'yes' ? 'form.welsh' : 'form.english'),
    }),
  )
  const { fields } = section
  return (
    <SectionPage
      heading={t('form.languagesHeading')}
      section={section}
      onSubmit={(event) =>
        section.send(event, [], {
          part: 'languages',
          body: { nation: fields.values.nation as (typeof NATIONS)[number], welsh: fields.values.welsh === 'yes' },
        })
      }
    >
      <Radios
        name="nation"
        legend={{ text: t('form.nation'), className: 'govuk-fieldset__legend--s' }}
        hint={t('form.nationHint')}
        value={fields.values.nation}
        onChange={fields.set('nation')}
        error={fields.error('nation')}
        items={NATIONS.map((nation) => ({ value: nation, text: t(`common:nation.${nation}`) }))}
      />
      <Radios
        name="welsh"
        legend={{ text: t('form.languages'), className: 'govuk-fieldset__legend--s' }}
        value={fields.values.welsh}
        onChange={fields.set('welsh')}
        error={fields.error('welsh')}
        items={[
          { value: 'no', text: t('form.english') },
          { value: 'yes', text: t('form.welsh') },
        ]}
      />
    </SectionPage>
  )
}

const DATA_PROTECTION = ['registration', 'dataProtectionEmail', 'privacyNotice'] as const

function DataProtection() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSection(
    ({ dataProtection: told }) => ({
      registration: told?.registration ?? '',
      dataProtectionEmail: told?.dataProtectionEmail ?? '',
      privacyNotice: told?.privacyNotice ?? '',
    }),
    (typed) => Object.fromEntries(DATA_PROTECTION.map((field) => [t(`form.${field}`), typed[field].trim()])),
  )
  const { fields } = section
  const typed = {
    registration: fields.values.registration.replaceAll(/\s/g, ''),
    dataProtectionEmail: fields.values.dataProtectionEmail.trim(),
    privacyNotice: fields.values.privacyNotice.trim(),
  }
  const faults = DATA_PROTECTION.filter((field) => !typed[field]).map((field) => ({
    field,
    text: t(`error.${field}.NotBlank`),
  }))
  return (
    <SectionPage
      heading={t('form.dataProtectionHeading')}
      section={section}
      onSubmit={(event) => section.send(event, faults, { part: 'data-protection', body: typed })}
    >
      <p className="govuk-body">{t('form.dataProtectionIntro')}</p>
      <Input
        label={{ text: t('form.registration') }}
        hint={t('form.registrationHint')}
        className="govuk-input--width-10"
        spellCheck={false}
        error={fields.error('registration')}
        {...fields.text('registration')}
      />
      <Input
        label={{ text: t('form.dataProtectionEmail') }}
        type="email"
        spellCheck={false}
        error={fields.error('dataProtectionEmail')}
        {...fields.text('dataProtectionEmail')}
      />
      <Input
        label={{ text: t('form.privacyNotice') }}
        hint={t('form.privacyNoticeHint')}
        type="url"
        spellCheck={false}
        error={fields.error('privacyNotice')}
        {...fields.text('privacyNotice')}
      />
    </SectionPage>
  )
}

function Assessment() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSection((): { assessment: File | undefined } => ({ assessment: undefined }))
  const { fields, settings } = section
  const file = fields.values.assessment
  const fault = !file
    ? t('error.assessment.choose')
    : file.size > MOST_BYTES.assessment
      ? t('error.assessment.too-large')
      : undefined
  return (
    <SectionPage
      heading={t('form.assessmentHeading')}
      section={section}
      onSubmit={(event) =>
        section.send(event, fault ? [{ field: 'assessment', text: fault }] : [], { part: 'assessment', file })
      }
    >
      <p className="govuk-body">
        {t('form.assessmentIntro')} {section.home === paths.setup && t('form.assessmentLater')}
      </p>
      {settings.assessment && (
        <p className="govuk-body">
          {t('form.assessmentHeld', { date: plainDate(dayAt(settings.assessment.at)) })}{' '}
          <a className="govuk-link" href="/api/settings/assessment" download>
            {t('form.assessmentDownload')}
          </a>
        </p>
      )}
      <FileUpload
        name="assessment"
        label={{ text: t('form.assessment'), className: 'govuk-label--s' }}
        hint={t('form.assessmentHint')}
        accept=".pdf,application/pdf"
        error={fields.error('assessment')}
        onChange={(event) => fields.set('assessment')(event.target.files?.[0])}
      />
    </SectionPage>
  )
}

const WORDS = ['talkingPoint', 'talkingPoints', 'hub', 'hubs', 'conversation', 'conversations'] as const

function Labels() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSection(
    ({ labels: words }) => ({ ...words }),
    // "Several are" alone would not say of what.
    (typed) => ({
      [t('form.talkingPoint')]: [typed.talkingPoint, typed.talkingPoints].join(', '),
      [t('form.hub')]: [typed.hub, typed.hubs].join(', '),
      [t('form.conversation')]: [typed.conversation, typed.conversations].join(', '),
    }),
  )
  const { fields } = section
  const { values } = fields
  const faults = WORDS.filter((word) => !values[word].trim() || values[word].trim().length > 60).map((field) => ({
    field,
    text: t('error.label'),
  }))
  return (
    <SectionPage
      heading={t('form.labelsHeading')}
      section={section}
      onSubmit={(event) => section.send(event, faults, { part: 'labels', body: { ...values } })}
    >
      <p className="govuk-body">{t('form.labelsHint')}</p>
      {WORDS.map((word) => (
        <Input
          key={word}
          label={{ text: t(`form.${word}`) }}
          className="govuk-input--width-20"
          error={fields.error(word)}
          {...fields.text(word)}
        />
      ))}
    </SectionPage>
  )
}

const MOST_BYTES = { logo: 200 * 1024, assessment: 5 * 1024 * 1024 }

function fileFault(t: TFunction<'settings'>, part: 'logo' | 'assessment', error: Problem): ReactNode {
  if (error.status === 413) return t(`error.${part}.too-large`)
  if (error.type !== `${part}-refused`) return problemText(error)
  return t(`error.${part}.${error.body.reason as 'too-large'}`)
}

function Logo() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSection((): { logo: File | undefined } => ({ logo: undefined }))
  const { fields, settings } = section
  const file = fields.values.logo
  const fault = !file
    ? t('error.logo.choose')
    : file.size === 0
      ? t('error.logo.empty')
      : file.size > MOST_BYTES.logo
        ? t('error.logo.too-large')
        : undefined
  return (
    <SectionPage
      heading={t('form.logoHeading')}
      section={section}
      onSubmit={(event) => section.send(event, fault ? [{ field: 'logo', text: fault }] : [], { part: 'logo', file })}
    >
      <p className="govuk-body">{t('form.logoIntro')}</p>
      {settings.logo && (
        <section className="logo-now" aria-label={t('form.logoNow')}>
          <LogoShown settings={settings} />
          <Button
            type="button"
            className="govuk-button--secondary"
            busy={section.busy}
            onClick={(event) => section.send(event, [], { part: 'logo', file: undefined })}
          >
            {t('form.logoRemove')}
          </Button>
        </section>
      )}
      <FileUpload
        name="logo"
        label={{ text: t(settings.logo ? 'form.logoAnother' : 'form.logo'), className: 'govuk-label--s' }}
        hint={t('form.logoHint')}
        accept=".png,.svg,image/png,image/svg+xml"
        error={fields.error('logo')}
        onChange={(event) => fields.set('logo')(event.target.files?.[0])}
      />
    </SectionPage>
  )
}

function Colour() {
  const { t } = useTranslation(['settings', 'common'])
  const section = useSection(
    ({ brand }) => ({ colour: brand.colour ?? '' }),
    ({ colour }) => ({ [t('form.colour')]: colour.trim() || t('summary.none') }),
  )
  const { fields, settings } = section
  const typed = fields.values.colour.trim()
  const { data: tried } = useQuery(triedBrandQuery(typed))
  const shown = tried ?? (typed ? undefined : { band: '#0F5257', onBand: '#FFFFFF', line: '#0F5257' })
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
            style={{ backgroundColor: shown.band, color: shown.onBand, borderColor: shown.line }}
          >
            {settings.name}
          </div>
        </section>
      )}
      <div role="status">
        {tried && (
          <ul className="govuk-list govuk-list--bullet">
            <li>{t('form.bandText', { on: tried.textContrast })}</li>
            <li>
              {tried.lineIsDarker
                ? t('form.lineDarker', { colour: tried.line, line: tried.lineContrast })
                : t('form.lineSame', { line: tried.lineContrast })}
            </li>
            {tried.nearlyWhite && <li>{t('form.nearlyWhite')}</li>}
          </ul>
        )}
      </div>
    </SectionPage>
  )
}
