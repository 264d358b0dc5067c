import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Two entries: `index.html` is the portal (light, for everyone), `desk.html` is the desk, the reports and the administration.
 * Nothing is inlined (`assetsInlineLimit: 0`), because the content security policy allows no inline script and no data URLs.
 */
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { portal: here('index.html'), desk: here('desk.html') },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 20 },
            // What both entries use travels in one file, not in dozens of tiny ones.
            { name: 'common', test: /[\\/]src[\\/]shared[\\/].*\.ts|[\\/]@tabler[\\/]/, minShareCount: 2, priority: 15 },
            { name: 'mantine', test: /node_modules[\\/]@mantine[\\/]core[\\/]/, priority: 10 },
          ],
        },
      },
    },
  },
});
