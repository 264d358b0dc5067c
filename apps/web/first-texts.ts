import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What is asked of a built file here. */
interface Chunk {
  readonly isEntry?: boolean;
  readonly facadeModuleId?: string | null;
  readonly moduleIds?: readonly string[];
  readonly imports?: readonly string[];
}

const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const LITERAL = /['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g;

/** Modules that an entry fetches before it shows anything. */
function begun(bundle: Readonly<Record<string, Chunk>>, page: string): string[] {
  const files = Object.keys(bundle).filter((file) => bundle[file]!.isEntry && bundle[file]!.facadeModuleId?.endsWith(`/${page}`));
  for (const file of files) for (const next of bundle[file]?.imports ?? []) if (!files.includes(next)) files.push(next);
  return files.flatMap((file) => bundle[file]?.moduleIds ?? []);
}

function keysOf(folder: string, catalogues: readonly string[]): Set<string> {
  const files = readdirSync(folder).filter((file) => !catalogues.includes(file.replace('.json', '')));
  return new Set(files.flatMap((file) => Object.keys(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object)));
}

/**
 * Refuses a build in which what a page begins with says a text that comes later: its key would be read instead. `catalogues` are those of the
 * beginning, `texts` the folder of all of one language. Parts that are fetched when they are wanted bring the others (`src/desk/part.ts`).
 */
export function firstTexts(page: string, texts: string, catalogues: readonly string[]): Plugin {
  return {
    name: 'atbalsts:first-texts',
    apply: 'build',
    generateBundle(_options, bundle) {
      const later = keysOf(texts, catalogues);
      const all = bundle as unknown as Readonly<Record<string, Chunk>>;
      const strangers = begun(all, page)
        .filter((id) => /[\\/]src[\\/].*\.tsx?$/.test(id))
        .flatMap((id) => {
          const source = readFileSync(id, 'utf8').replaceAll(COMMENT, '');
          const said = [...source.matchAll(LITERAL)].map(([, key = '']) => key).filter((key) => later.has(key));
          return said.length > 0 ? [`${id}: ${said.join(', ')}`] : [];
        });
      if (strangers.length > 0)
        this.error(`${page} begins with texts that come later; move them to a catalogue of the beginning:\n${strangers.join('\n')}`);
    },
  };
}
