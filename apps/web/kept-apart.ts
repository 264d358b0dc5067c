import type { Plugin } from 'vite';

/** What is asked of a built file here. */
interface Chunk {
  readonly type: string;
  readonly isEntry?: boolean;
  readonly facadeModuleId?: string | null;
  readonly moduleIds?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** All files that an entry can ever fetch, at once or later. */
function reached(bundle: Readonly<Record<string, Chunk>>, page: string): string[] {
  const found = Object.keys(bundle).filter((file) => bundle[file]!.isEntry && bundle[file]!.facadeModuleId?.endsWith(`/${page}`));
  for (const file of found) {
    const { imports = [], dynamicImports = [] } = bundle[file] ?? { type: 'none' };
    for (const next of [...imports, ...dynamicImports]) if (!found.includes(next)) found.push(next);
  }
  return found;
}

/**
 * Refuses a build in which a page would ever run modules of another one. Files that several pages share are made by the build, and one with a
 * module of the other page runs its beginning: the page is then drawn twice into one place, and goes blank.
 */
export function keptApart(page: string, from: RegExp): Plugin {
  return {
    name: 'atbalsts:kept-apart',
    apply: 'build',
    generateBundle(_options, bundle) {
      const all = bundle as unknown as Readonly<Record<string, Chunk>>;
      const files = reached(all, page);
      if (files.length === 0) this.error(`${page} is no entry of this build.`);
      for (const file of files) {
        const stranger = all[file]?.moduleIds?.find((id) => from.test(id));
        if (stranger !== undefined) this.error(`${page} would come to run ${stranger}, which the build has put into ${file}.`);
      }
    },
  };
}
