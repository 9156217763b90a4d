import react from '@vitejs/plugin-react'
import { NodePackageImporter } from 'sass'
import { createLogger } from 'vite'
import { defineConfig } from 'vitest/config'

// GOV.UK Frontend carries a media query for old Internet Explorer that Lightning CSS refuses, and rightly drops.
const logger = createLogger()
const warn = logger.warn
logger.warn = (message, options) => {
  if (!message.includes('Invalid media query')) warn(message, options)
}

export default defineConfig({
  plugins: [react()],
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
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    css: false,
    // Files share a browser-like environment, which costs more to make than most tests; setup.ts clears what they leave.
    isolate: false,
    testTimeout: 60_000,
    env: { TZ: 'America/New_York' },
  },
})
