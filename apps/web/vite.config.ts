import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstLoad } from './first-load';
import { firstTexts } from './first-texts';
import { keptApart } from './kept-apart';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Names of the icons that the portal and the page of a survey draw, as their sources import them. */
function portalIcons(): Set<string> {
  const files = ['src/portal', 'src/survey'].flatMap((folder) =>
    readdirSync(here(folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => readFileSync(join(here(folder), file), 'utf8')),
  );
  return new Set(files.flatMap((text) => text.match(/\bIcon[A-Z]\w*/g) ?? []));
}

const icons = portalIcons();
const iconOf = (id: string): string | undefined => /[\\/]@tabler[\\/].*[\\/](Icon\w+)\.mjs/.exec(id)?.[1];

/** What both entries begin with: texts, formats and calls, the way in which parts are fetched later, and the portal's icons. */
const ofBoth = (id: string): boolean => {
  const icon = iconOf(id);
  if (icon !== undefined) return icons.has(icon);
  return /[\\/]src[\\/]shared[\\/](?!approvals[\\/])|[\\/]@tabler[\\/]|openapi-fetch|vite[\\/]preload-helper/.test(id);
};

/** Icons that the portal draws; in a file with parts of the desk they would bring the desk into the portal. */
const ofPortal = (id: string): boolean => icons.has(iconOf(id) ?? '');

/**
 * Two entries: `index.html` is the portal (light, for everyone), `desk.html` is the desk, the reports and the administration.
 * Nothing is inlined (`assetsInlineLimit: 0`), because the content security policy allows no inline script and no data URLs.
 *
 * What an entry begins with (`$initial`) travels in a few files, not in dozens of tiny ones; what only pages opened later use stays out of them,
 * and what many of those share travels in three files more. The charts' library and number fields are too heavy to come with the rest.
 */
export default defineConfig({
  root: here('.'),
  plugins: [
    react(),
    firstLoad({
      'index.html': { most: 120, texts: ['src/portal/texts-lv.ts', 'src/portal/texts-en.ts'] },
      'desk.html': { most: 280, texts: ['src/desk/texts-lv.ts', 'src/desk/texts-en.ts'] },
    }),
    firstTexts('desk.html', here('src/locales/lv'), ['desk', 'queue', 'shared']),
    keptApart('index.html', /[\\/]src[\\/]desk[\\/]|[\\/]@mantine[\\/]/),
    keptApart('desk.html', /[\\/]src[\\/]portal[\\/]/),
  ],
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
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 25 },
            { name: 'common', test: ofBoth, tags: ['$initial'], priority: 20 },
            { name: 'icons', test: ofPortal, priority: 18 },
            { name: 'tanstack', test: /[\\/](@tanstack|use-sync-external-store)[\\/]/, tags: ['$initial'], priority: 15 },
            { name: 'mantine', test: /[\\/](@mantine|@floating-ui)[\\/]/, tags: ['$initial'], priority: 10 },
            { name: 'desk', test: /[\\/]src[\\/]desk[\\/]|[\\/]@tabler[\\/]/, tags: ['$initial'], priority: 5 },
            { name: 'portal', test: /[\\/]src[\\/]portal[\\/]/, tags: ['$initial'], priority: 5 },
            { name: 'forms', test: /[\\/]@mantine[\\/](?!.*NumberInput)/, minShareCount: 6, priority: 4 },
            { name: 'talk', test: /[\\/]src[\\/]desk[\\/]ticket[\\/]/, minShareCount: 2, priority: 2 },
            {
              name: 'parts',
              test: /[\\/]src[\\/]desk[\\/](?!reports[\\/]Chart)|[\\/]@t(abler|anstack)[\\/]/,
              minShareCount: 5,
              priority: 3,
            },
          ],
        },
      },
    },
  },
});
