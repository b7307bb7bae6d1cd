import { defineConfig } from 'vite'

// assetsInlineLimit 0: the content security policy has no `data:`, so nothing may be inlined
export default defineConfig({
  root: 'renderer',
  base: './',
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'chrome130',
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
  },
})
