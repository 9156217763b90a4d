import js from '@eslint/js'
import a11y from 'eslint-plugin-jsx-a11y-x'
import hooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'

/** Refuses the imports of a layer that match one of the regular expressions. */
function layer(files, forbidden, message) {
  return {
    files,
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-imports': ['error', { patterns: forbidden.map((regex) => ({ regex, message })) }],
    },
  }
}

const APP = '(^|/)app/'
const FEATURES = '(^|/)features/'

/** The files that a journey offers to other journeys. Everything else in its folder is its own. */
const OFFERED = [
  'agreement/queries',
  'board/board-context',
  'about-me/about-me-panels',
  'about-me/about-me-section',
  'about-me/communication-section',
  'about-me/letter-format',
  'about-me/overdue-reviews',
  'about-me/queries',
  'board/initials',
  'board/panel',
  'board/queries',
  'board/status',
  'board/undo',
  'board/use-shortcuts',
  'booking/extra-place-form',
  'booking/queries',
  'conclusion/addendum-form',
  'conclusion/conclusion-queries',
  'conclusion/finished-record',
  'conclusion/use-written',
  'conversation/before-today',
  'conversation/connections-later',
  'conversation/draft',
  'conversation/draft-box',
  'conversation/draft-store',
  'conversation/drafts',
  'asset/queries',
  'connection/connections',
  'connection/queries',
  'concern/new-concerns',
  'conversation/prompts',
  'conversation/readers-of-record',
  'conversation/queries',
  'correction/correction-fields',
  'correction/correction-form',
  'correction/correction-history',
  'correction/correction-problem',
  'correction/queries',
  'council/council-news',
  'council/queries',
  'day-sheet/numbered-pages',
  'headcount/headcount-number',
  'hub/hub-search',
  'hub/queries',
  'hub/usual-hub',
  'file-import/check-import',
  'file-import/choose-file',
  'file-import/column-help',
  'file-import/csv',
  'file-import/import-report',
  'file-import/import-steps',
  'letter/letter-section',
  'measure/ask-links',
  'move/moves',
  'move/queries',
  'duplicate/duplicates',
  'duplicate/use-duplicates',
  'merge/kept-person',
  'merge/person-merges',
  'timeline/timeline',
  'person/person-combobox',
  'person/person-fields',
  'person/person-form',
  'person/queries',
  'series/queries',
  'series/outside-hours',
  'series/plan-in-words',
  'series/plan-form',
  'series/plan-rows',
  'series/plan-steps',
  'series/series-form',
  'series/series-request',
  'series/time-fields',
  'series/what-fields',
  'session/session-list',
  'settings/public-page-link',
  'setup/go-live-request',
  'setup/queries',
  'setup/unfinished-tasks',
  'support/council-support',
  'support/queries',
  'support/support-access',
  'step/next-steps',
  'step/open-steps',
  'step/overdue-steps',
  'step/owner',
  'step/queries',
  'step/step-form',
  'team/member-editor',
  'team/member-fields',
  'team/member-table',
  'team/mail-sent',
  'session/queries',
  'session-change/choices',
  'session-change/choose-for-bookings',
  'session-change/queries',
  'settings/queries',
  'people-to-tell/people-to-tell-notice',
  'people-to-tell/queries',
  'people-to-tell/to-tell',
  'to-finish/follow-up',
  'to-finish/queries',
  'to-finish/to-finish',
  'walk-in/queries',
  'walk-in/walk-ins',
]

const TIME = 'Ask src/text/clock.ts for the time: the clock of the device may be wrong.'

/** The ways to ask the device for the current time. Reading a date from a text is allowed. */
const DEVICE_TIME = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'MemberExpression[object.name="Date"][property.name="now"]',
  'Identifier[name="Temporal"]',
  'MemberExpression[object.name="performance"]',
]

export default defineConfig(
  globalIgnores(['target', 'src/api/*.gen.ts']),
  js.configs.recommended,
  ...ts.configs.strict,
  hooks.configs.flat.recommended,
  a11y.configs.recommended ?? a11y.flatConfigs.recommended,
  {
    files: ['build/**', 'dev/**'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly', fetch: 'readonly' } },
  },
  {
    files: ['src/**'],
    ignores: ['**/*.test.{ts,tsx}', 'src/test/**', 'src/text/clock.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...DEVICE_TIME.map((selector) => ({ selector, message: TIME }))],
    },
  },
  layer(
    ['src/api/**', 'src/text/**', 'src/page/**'],
    [APP, FEATURES],
    'A foundation does not use a journey or the app.',
  ),
  layer(
    ['src/govuk/**'],
    [APP, FEATURES, '(^|/)(api|page)/'],
    'A component of the design system does not use the API, pages, a journey or the app.',
  ),
  layer(
    ['src/features/**'],
    [APP, FEATURES, `^\\.\\./(?!\\.\\./|(?:${OFFERED.join('|')})$)`],
    'A journey does not use the app, and only those files of another journey that this configuration lists.',
  ),
)
