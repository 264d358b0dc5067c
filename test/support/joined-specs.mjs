import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What is joined, and by how many: tests that start the whole product, and tests of rules, of which most take less than their modules. */
const JOINED = [
  { name: 'e2e', under: 'test/e2e', perFile: 6 },
  { name: 'libs', under: 'libs', perFile: 20 },
  { name: 'apps', under: 'apps', perFile: 20 },
];

/** The test files of a folder, by their paths from the root. A property is walked for many seconds and stays by itself. */
function specsUnder(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.spec.ts') && !entry.name.endsWith('.property.spec.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

function writeJoined(folder, { name, under, perFile }) {
  const specs = specsUnder(under);
  for (let at = 0; at < specs.length; at += perFile) {
    const parts = specs.slice(at, at + perFile).map((path) => {
      const source = relative(folder, join(root, path)).replaceAll('\\', '/').replace(/\.ts$/, '.js');
      return `describe(${JSON.stringify(path)}, () => {\n  require(${JSON.stringify(source)});\n});\n`;
    });
    writeFileSync(join(folder, `${name}-${String(at / perFile + 1).padStart(2, '0')}.spec.ts`), parts.join(''));
  }
}

/**
 * jest loads every module anew for each test file: for those that start the product that is 4 seconds of work each, and a third of a
 * whole run. So a whole run joins them into files made for it; alone, each is run as it stands.
 * @returns {{folder: string, remove: () => void}} where the joined files lie
 */
export function joinSpecs() {
  mkdirSync(join(root, '.data'), { recursive: true });
  const folder = mkdtempSync(join(root, '.data/joined-'));
  for (const part of JOINED) writeJoined(folder, part);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
