// Each component is held against the fixtures that the design system ships: same options, same markup.
import fs from 'node:fs'
import { createElement, Fragment, type ReactElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import '../text/i18n'
import { BackLink } from './back-link'
import { Button, ButtonLink } from './button'
import { Checkboxes, Radios, type ChoiceItem } from './choices'
import { DateInput } from './date-input'
import type { DatePart } from './date-parts'
import { Details } from './details'
import { ErrorMessage } from './error-message'
import { ErrorSummary } from './error-summary'
import { Fieldset } from './fieldset'
import { FileUpload } from './file-upload'
import { Hint } from './hint'
import { Input } from './input'
import { InsetText } from './inset-text'
import { Label } from './label'
import { NotificationBanner } from './notification-banner'
import { Pagination, type PageItem } from './pagination'
import { Panel } from './panel'
import { PhaseBanner } from './phase-banner'
import { ServiceNavigation } from './service-navigation'
import { SkipLink } from './skip-link'
import { SummaryCard, SummaryList, type SummaryAction } from './summary-list'
import { Table } from './table'
import { Tag } from './tag'
import { Textarea } from './textarea'
import { WarningText } from './warning-text'

// The options are the templates' own, which have no types.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Options = Record<string, any>

interface Fixture {
  name: string
  options: Options
  html: string
}

function fixtures(component: string): Fixture[] {
  const file = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { fixtures: Fixture[] }).fixtures
}

/**
 * The attributes that differ on purpose. Behaviour is React's, so the hooks of the design system's own script are left
 * out. An element that takes the focus after a change of page, or when it appears, has a tabindex. A cell names its column.
 */
const OURS =
  /^(data-module|data-column|data-aria-controls|aria-controls|aria-expanded|tabindex|data-prevent-double-click)$/

function shape(node: Node): unknown {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ')
  if (!(node instanceof Element)) return null
  const attributes = [...node.attributes]
    .filter((attribute) => !OURS.test(attribute.name))
    .map((attribute) => `${attribute.name}=${attribute.value.replace(/\s+/g, ' ').trim()}`)
    .sort()
  const children: unknown[] = []
  for (const child of node.childNodes) {
    const next = shape(child)
    const last = children.at(-1)
    if (next === null) continue
    if (typeof next === 'string' && typeof last === 'string') children[children.length - 1] = last + next
    else children.push(next)
  }
  const trimmed = children
    .map((child) => (typeof child === 'string' ? child.trim() : child))
    .filter((child) => child !== '')
  return { tag: node.tagName.toLowerCase(), attributes, children: trimmed }
}

function markup(html: string): unknown {
  const holder = document.createElement('div')
  holder.innerHTML = html
  return shape(holder)
}

/** A fixture's `html` option as React nodes. */
function nodes(html: string): ReactNode {
  const holder = document.createElement('template')
  holder.innerHTML = html
  const convert = (node: ChildNode, key: number): ReactNode => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent
    if (!(node instanceof Element)) return null
    const props: Options = { key }
    for (const { name, value } of node.attributes) {
      props[{ class: 'className', for: 'htmlFor', spellcheck: 'spellCheck', value: 'defaultValue' }[name] ?? name] =
        value
    }
    const children = [...node.childNodes].map(convert)
    return createElement(node.tagName.toLowerCase(), props, ...children)
  }
  return createElement(Fragment, null, ...[...holder.content.childNodes].map(convert))
}

const words = (option?: Options): ReactNode => (option?.html ? nodes(option.html) : option?.text)
const called = (option: Options) => ({
  text: words(option),
  className: option.classes,
  isPageHeading: option.isPageHeading,
})
const field = (o: Options) => ({
  name: o.name as string,
  ...(o.id ? { id: o.id as string } : {}),
  label: called(o.label),
  hint: words(o.hint),
  error: words(o.errorMessage),
  describedBy: o.describedBy,
  className: o.classes,
})
const choices = (o: Options) => ({
  name: o.name as string,
  idPrefix: o.idPrefix,
  legend: o.fieldset && called(o.fieldset.legend),
  describedBy: o.fieldset?.describedBy ?? o.describedBy,
  hint: words(o.hint),
  error: words(o.errorMessage),
  className: o.classes,
  groupClassName: o.formGroup?.classes,
  items: o.items.filter(Boolean).map((item: Options): ChoiceItem =>
    item.divider
      ? { divider: item.divider }
      : {
          value: String(item.value ?? ''),
          text: words(item),
          id: item.id,
          hint: words(item.hint),
          disabled: item.disabled,
          conditional: item.conditional?.html && nodes(item.conditional.html),
        },
  ),
})
const chosen = (o: Options): string[] =>
  o.items
    .filter(Boolean)
    .filter((item: Options) => item.checked ?? (o.value === item.value || o.values?.includes(item.value)))
    .map((item: Options) => String(item.value))
const action = (item: Options): SummaryAction => ({
  text: words(item),
  href: item.href,
  hidden: item.visuallyHiddenText,
})

interface Port {
  component: string
  render: (options: Options) => ReactElement
  /** Options that the port takes, with dots; a fixture that uses another is not for it. */
  takes: string[]
  /** Fixtures that are not for it for another reason than its options. */
  except?: string[]
  /** How many fixtures it must pass, so that none is lost in silence. */
  passes: number
}

const TEXT = ['text', 'html', 'classes']
const FIELD = [
  'name',
  'id',
  'classes',
  'describedBy',
  ...TEXT.flatMap((name) => [`label.${name}`]),
  'label.isPageHeading',
  'label.for',
  'hint.text',
  'hint.html',
  'errorMessage.text',
  'errorMessage.html',
]
const LEGEND = TEXT.map((name) => `fieldset.legend.${name}`).concat('fieldset.legend.isPageHeading')
const CHOICES = [
  ...['name', 'idPrefix', 'classes', 'describedBy', 'formGroup.classes', 'fieldset.describedBy'],
  ...LEGEND,
  ...['hint.text', 'hint.html', 'errorMessage.text', 'errorMessage.html'],
  ...[
    'value',
    'text',
    'html',
    'id',
    'hint.text',
    'hint.html',
    'disabled',
    'checked',
    'conditional.html',
    'divider',
  ].map((name) => `items.${name}`),
]

const PORTS: Port[] = [
  {
    component: 'back-link',
    takes: [...TEXT, 'href'],
    render: (o) => (
      <BackLink href={o.href ?? '#'} className={o.classes}>
        {words(o)}
      </BackLink>
    ),
    passes: 6,
  },
  {
    component: 'button',
    takes: [...TEXT, 'disabled', 'href', 'name', 'type', 'value', 'id', 'preventDoubleClick'],
    render: (o) =>
      o.href ? (
        <ButtonLink href={o.href} className={o.classes} {...(o.id ? { id: o.id } : {})}>
          {words(o)}
        </ButtonLink>
      ) : (
        <Button type={o.type} className={o.classes} disabled={o.disabled} id={o.id} name={o.name} value={o.value}>
          {words(o)}
        </Button>
      ),
    passes: 33,
  },
  {
    component: 'checkboxes',
    takes: [...CHOICES, 'values'],
    render: (o) => <Checkboxes {...choices(o)} values={chosen(o)} />,
    passes: 30,
  },
  {
    component: 'radios',
    takes: [...CHOICES, 'value'],
    render: (o) => <Radios {...choices(o)} value={chosen(o)[0]} />,
    passes: 37,
  },
  {
    component: 'date-input',
    takes: [
      ...['id', 'namePrefix', 'hint.text', 'errorMessage.text', 'fieldset.describedBy', ...LEGEND],
      ...['values.day', 'values.month', 'values.year', 'day.error', 'month.error', 'year.error'],
    ],
    render: (o) => (
      <DateInput
        id={o.id}
        legend={called(o.fieldset.legend)}
        namePrefix={o.namePrefix}
        hint={words(o.hint)}
        error={words(o.errorMessage)}
        describedBy={o.fieldset.describedBy}
        value={o.values}
        wrong={(() => {
          const marked = (['day', 'month', 'year'] as DatePart[]).filter((part) => o[part]?.error)
          return marked.length > 0 ? marked : undefined
        })()}
      />
    ),
    except: ['with error on single field by omission', 'with empty items'],
    passes: 11,
  },
  {
    component: 'details',
    takes: [...TEXT, 'summaryText', 'summaryHtml', 'id', 'open'],
    render: (o) => (
      <Details
        summary={o.summaryHtml ? nodes(o.summaryHtml) : o.summaryText}
        id={o.id}
        open={o.open}
        className={o.classes}
      >
        {words(o)}
      </Details>
    ),
    passes: 9,
  },
  {
    component: 'error-message',
    takes: [...TEXT, 'id'],
    render: (o) => (
      <ErrorMessage id={o.id} className={o.classes}>
        {words(o)}
      </ErrorMessage>
    ),
    passes: 5,
  },
  {
    component: 'error-summary',
    takes: [
      ...['titleText', 'titleHtml', 'descriptionText', 'descriptionHtml'],
      ...['text', 'html', 'href'].map((name) => `errorList.${name}`),
    ],
    render: (o) => (
      <ErrorSummary
        title={o.titleHtml ? nodes(o.titleHtml) : o.titleText}
        description={o.descriptionHtml ? nodes(o.descriptionHtml) : o.descriptionText}
        errors={o.errorList?.map((item: Options) => ({ text: words(item), field: item.href?.slice(1) }))}
      />
    ),
    passes: 14,
  },
  {
    component: 'fieldset',
    takes: [...TEXT.map((name) => `legend.${name}`), 'legend.isPageHeading', 'html', 'describedBy', 'classes', 'role'],
    render: (o) => (
      <Fieldset
        legend={o.legend.text || o.legend.html ? called(o.legend) : undefined}
        describedBy={o.describedBy}
        className={o.classes}
        role={o.role}
      >
        {o.html && nodes(o.html)}
      </Fieldset>
    ),
    passes: 17,
  },
  {
    component: 'file-upload',
    takes: [...FIELD, 'multiple', 'disabled'],
    render: (o) => <FileUpload {...field(o)} multiple={o.multiple} disabled={o.disabled} />,
    passes: 13,
  },
  {
    component: 'hint',
    takes: [...TEXT, 'id'],
    render: (o) => (
      <Hint id={o.id} className={o.classes}>
        {words(o)}
      </Hint>
    ),
    passes: 5,
  },
  {
    component: 'input',
    takes: [
      ...FIELD,
      ...['type', 'value', 'prefix.text', 'suffix.text', 'inputmode', 'autocomplete', 'pattern', 'spellcheck'],
      ...['autocapitalize', 'disabled', 'formGroup.classes'],
    ],
    render: (o) => (
      <Input
        {...field(o)}
        type={o.type}
        defaultValue={o.value}
        prefix={o.prefix?.text}
        suffix={o.suffix?.text}
        inputMode={o.inputmode}
        autoComplete={o.autocomplete}
        pattern={o.pattern}
        spellCheck={o.spellcheck}
        autoCapitalize={o.autocapitalize}
        disabled={o.disabled}
        groupClassName={o.formGroup?.classes}
      />
    ),
    passes: 37,
  },
  {
    component: 'inset-text',
    takes: [...TEXT, 'id'],
    render: (o) => (
      <InsetText id={o.id} className={o.classes}>
        {words(o)}
      </InsetText>
    ),
    passes: 5,
  },
  {
    component: 'label',
    takes: [...TEXT, 'isPageHeading', 'for'],
    render: (o) => <Label {...called(o)} htmlFor={o.for} />,
    except: ['empty'],
    passes: 15,
  },
  {
    component: 'notification-banner',
    takes: ['text', 'html', 'type', 'titleText', 'titleHtml', 'titleId', 'classes'],
    render: (o) => (
      <NotificationBanner
        success={o.type === 'success'}
        title={o.titleHtml ? nodes(o.titleHtml) : o.titleText}
        titleId={o.titleId ?? 'govuk-notification-banner-title'}
        className={o.classes}
      >
        {o.html ? nodes(o.html) : String(o.text).trim()}
      </NotificationBanner>
    ),
    passes: 14,
  },
  {
    component: 'pagination',
    takes: [
      ...['previous.href', 'previous.labelText', 'next.href', 'next.labelText', 'landmarkLabel'],
      ...['items.number', 'items.href', 'items.current', 'items.ellipsis'],
    ],
    render: (o) => (
      <Pagination
        previous={o.previous && { href: o.previous.href, label: o.previous.labelText }}
        next={o.next && { href: o.next.href, label: o.next.labelText }}
        items={o.items as PageItem[] | undefined}
        label={o.landmarkLabel}
      />
    ),
    except: ['with empty items'],
    passes: 8,
  },
  {
    component: 'panel',
    takes: ['titleText', 'titleHtml', 'text', 'html'],
    render: (o) => <Panel title={o.titleHtml ? nodes(o.titleHtml) : o.titleText}>{words(o)}</Panel>,
    passes: 6,
  },
  {
    component: 'phase-banner',
    takes: [...TEXT, ...TEXT.map((name) => `tag.${name}`)],
    render: (o) => (
      <PhaseBanner tag={{ text: words(o.tag), className: o.tag?.classes }} className={o.classes}>
        {words(o)}
      </PhaseBanner>
    ),
    passes: 6,
  },
  {
    component: 'service-navigation',
    takes: [
      ...['navigation.text', 'navigation.html', 'navigation.href', 'navigation.current', 'navigation.active'],
      ...['navigationId', 'collapseNavigationOnMobile'],
    ],
    render: (o) => (
      <ServiceNavigation
        id={o.navigationId}
        collapse={o.collapseNavigationOnMobile}
        items={o.navigation.filter(Boolean).map((item: Options) => ({ ...item, text: words(item) }))}
      />
    ),
    except: ['with non-link navigation items', 'with no options set', 'with navigation being an empty array'],
    passes: 6,
  },
  {
    component: 'skip-link',
    takes: [...TEXT, 'href'],
    render: (o) => (
      <SkipLink href={o.href} className={o.classes}>
        {words(o)}
      </SkipLink>
    ),
    passes: 8,
  },
  {
    component: 'summary-list',
    takes: [
      ...['rows.key.text', 'rows.key.html', 'rows.value.text', 'rows.value.html', 'rows.classes', 'classes'],
      ...['text', 'html', 'href', 'visuallyHiddenText'].flatMap((name) => [
        `rows.actions.items.${name}`,
        `card.actions.items.${name}`,
      ]),
      ...['card.title.text', 'card.title.html'],
    ],
    render: (o) => {
      const rows = o.rows.filter(Boolean).map((row: Options) => ({
        key: words(row.key),
        value: words(row.value),
        className: row.classes,
        actions: row.actions?.items?.map(action),
      }))
      return o.card ? (
        <SummaryCard title={words(o.card.title)} actions={o.card.actions?.items?.map(action)} rows={rows} />
      ) : (
        <SummaryList rows={rows} className={o.classes} />
      )
    },
    except: ['extreme'],
    passes: 19,
  },
  {
    component: 'table',
    takes: [
      ...['caption', 'captionClasses', 'firstCellIsHeader', 'classes'],
      ...['head.text', 'head.html', 'head.format', 'head.classes', 'rows.text', 'rows.html', 'rows.format'],
    ],
    render: (o) => (
      <Table
        caption={o.caption}
        captionClassName={o.captionClasses}
        firstCellIsHeader={o.firstCellIsHeader}
        className={o.classes}
        head={o.head?.map((cell: Options) => ({
          text: words(cell),
          numeric: cell.format === 'numeric',
          className: cell.classes,
        }))}
        numeric={o.rows.find(Boolean)?.flatMap((cell: Options, at: number) => (cell.format === 'numeric' ? [at] : []))}
        rows={o.rows.filter(Boolean).map((row: Options[], at: number) => ({ key: String(at), cells: row.map(words) }))}
      />
    ),
    passes: 11,
  },
  {
    component: 'tag',
    takes: TEXT,
    render: (o) => <Tag className={o.classes}>{words(o)}</Tag>,
    passes: 11,
  },
  {
    component: 'textarea',
    takes: [...FIELD, 'value', 'rows', 'autocomplete', 'spellcheck'],
    render: (o) => (
      <Textarea
        {...field(o)}
        rows={o.rows}
        defaultValue={o.value}
        autoComplete={o.autocomplete}
        spellCheck={o.spellcheck}
      />
    ),
    passes: 16,
  },
  {
    component: 'warning-text',
    takes: [...TEXT, 'iconFallbackText'],
    render: (o) => (
      <WarningText fallback={o.iconFallbackText} className={o.classes}>
        {words(o)}
      </WarningText>
    ),
    passes: 7,
  },
]

/** The options that a fixture uses, with dots; lists count as their items. */
function uses(options: unknown, path: string): string[] {
  if (Array.isArray(options)) return options.flatMap((item) => uses(item, path))
  if (options === null || typeof options !== 'object') return options === null || options === undefined ? [] : [path]
  return Object.entries(options).flatMap(([name, value]) => uses(value, path ? `${path}.${name}` : name))
}

describe.each(PORTS)('$component', ({ component, render, takes, except = [], passes }) => {
  const all = fixtures(component)
  const taken = all.filter(
    ({ name, options }) => !except.includes(name) && uses(options, '').every((option) => takes.includes(option)),
  )

  it.each(taken.map((fixture) => [fixture.name, fixture] as const))('is as shipped: %s', (_, { options, html }) => {
    expect(markup(renderToStaticMarkup(render(options)))).toEqual(markup(html))
  })

  it('is held against all fixtures but those that it does not take', () => {
    const left = all.filter((fixture) => !taken.includes(fixture)).map((fixture) => fixture.name)

    expect(taken.length, `left out of ${all.length}: ${left.join(', ')}`).toBe(passes)
    expect({ component, left }).toMatchSnapshot()
  })
})

it('is told by the page that behaviours are there, without which hidden answers would show', () => {
  const css = fs.readFileSync('node_modules/govuk-frontend/dist/govuk/components/radios/_mixin.scss', 'utf8')
  const marker = /\.([\w-]+) &--hidden/.exec(css)?.[1]

  const body = /<body class="([^"]+)"/.exec(fs.readFileSync('index.html', 'utf8'))?.[1]?.split(' ')

  expect(marker).toBeTruthy()
  expect(body).toContain(marker)
})
