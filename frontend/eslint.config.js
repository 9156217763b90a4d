import js from '@eslint/js'
import a11y from 'eslint-plugin-jsx-a11y-x'
import hooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'

/** What a layer may not reach: those above it. Regular expressions over the import's path. */
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
const ROUTES = '(^|/)routes/'
const FEATURES = '(^|/)features/'

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
  layer(
    ['src/govuk/**', 'src/api/**', 'src/text/**', 'src/page/**'],
    [APP, ROUTES, FEATURES],
    'The foundations know nothing of features, routes or the app.',
  ),
  layer(['src/govuk/**'], ['(^|/)(api|page)/'], 'A component of the design system knows nothing of the API or pages.'),
  layer(
    ['src/features/**'],
    [APP, ROUTES, FEATURES, '^\\.\\./(?!\\.\\.)'],
    'A feature uses the foundations only: not the app, not routes, not another feature.',
  ),
  layer(['src/routes/**'], [APP], 'Routes compose features; the app composes routes.'),
)
