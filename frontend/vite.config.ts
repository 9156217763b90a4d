import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { NodePackageImporter } from 'sass'
import { createLogger, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { bringsTexts } from './build/texts.ts'

// GOV.UK Frontend carries a media query for old Internet Explorer that Lightning CSS refuses, and rightly drops.
const logger = createLogger()
const warn = logger.warn
logger.warn = (message, options) => {
  if (!message.includes('Invalid media query')) warn(message, options)
}

/**
 * The limits of the script that a member of staff loads before the day's board works, and of the styles. Measured as
 * sent: with gzip.
 */
const BUDGET = { script: 196 * 1024, styles: 20 * 1024 }
const BOARD = /\/(board\/board-page|booking\/book-someone-page)\.tsx$/

function keepsBudget(): Plugin {
  return {
    name: 'keeps-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const loaded = new Set<string>()
      const load = (file: string) => {
        const chunk = bundle[file]
        if (chunk?.type !== 'chunk' || loaded.has(file)) return
        loaded.add(file)
        chunk.imports.forEach(load)
      }
      let styles = 0
      for (const [file, made] of Object.entries(bundle)) {
        if (made.type === 'asset' && file.endsWith('.css')) styles += gzipSync(made.source).length
        else if (made.type === 'chunk' && (made.isEntry || BOARD.test(made.facadeModuleId ?? ''))) load(file)
      }
      let script = 0
      for (const file of loaded) {
        const chunk = bundle[file]
        if (chunk?.type === 'chunk') script += gzipSync(chunk.code).length
      }
      const words = `first load of the board: ${kilobytes(script)} of script, ${kilobytes(styles)} of styles (gzip)`
      if (script > BUDGET.script || styles > BUDGET.styles) this.error(`Over budget: ${words}`)
      this.info(words)
    },
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}

/** Names the release in index.html, for the page, and in release.txt, for the gateway. It changes with any file. */
function namesRelease(): Plugin {
  let release = ''
  return {
    name: 'names-release',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const files = Object.keys(bundle ?? {}).sort()
        release = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16)
        return [{ tag: 'meta', attrs: { name: 'alongside-release', content: release }, injectTo: 'head' }]
      },
    },
    writeBundle({ dir }) {
      if (dir) fs.writeFileSync(path.join(dir, 'release.txt'), release)
    },
  }
}

/** The running stack that `npm run dev` sends everything to that is not a page. */
const GATEWAY = `http://localhost:${process.env.ALONGSIDE_PORT ?? 8080}`
const GATEWAY_PATHS = ['api', 'open', 'session', 'oauth2', 'login', 'sign-out', 'signed-out', 'gateway']

export default defineConfig({
  plugins: [bringsTexts(), react(), keepsBudget(), namesRelease()],
  server: {
    // The name that the gateway uses: cookies belong to a host name, whatever the port.
    host: 'localhost',
    proxy: {
      [`^/(${GATEWAY_PATHS.join('|')})(/|\\?|$)`]: {
        target: GATEWAY,
        changeOrigin: true,
        // The gateway accepts a sign-out from its own pages only.
        headers: { Origin: GATEWAY },
      },
    },
  },
  customLogger: logger,
  css: {
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { quietDeps: true, importers: [new NodePackageImporter()] } },
  },
  build: {
    outDir: 'target/classes/static',
    target: 'es2022',
    // The content policy allows fonts and scripts from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // The first script names every other one. Seven characters tell all versions of a file apart, and compress badly.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        codeSplitting: {
          groups: [
            // Every page needs the library of queries, which is smaller in one file. Lists in parts load theirs later.
            { name: 'query', test: /\/node_modules\/@tanstack\/(?!.*infinite)/i },
            // The catalogues of a language that a person chooses are loaded together, and compress far better in one file.
            {
              debugName: 'texts',
              test: /\/locales\/(?!en\/)\w+\//,
              name: (file) => `texts-${/\/locales\/(\w+)\//.exec(file)?.[1] ?? ''}`,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    css: false,
    // Files share a browser-like environment, which costs more to make than most tests; setup.ts clears what they leave.
    isolate: false,
    // A busy machine is slow, and must not make a test red.
    testTimeout: 120_000,
    env: { TZ: 'America/New_York' },
  },
})
