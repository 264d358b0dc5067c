import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildProgram, runBuiltCommand } from '../../support/built-program.js';
import { freshDatabase } from '../../support/database.js';

const ROOT = join(import.meta.dirname, '../../..');

describe("the web app's client", () => {
  it('is generated from what the API says of itself today', async () => {
    buildProgram();
    const database = await freshDatabase();
    try {
      const { stdout, stderr } = runBuiltCommand(['openapi', '--check'], database.url);
      expect(`${stdout}${stderr}`).toContain('is up to date');
    } finally {
      await database.drop();
    }
  }, 240_000);

  it('is typed by that description', () => {
    const args = ['apps/web/openapi.json', '--check', '-o', 'apps/web/src/shared/api-schema.ts'];
    const checked = spawnSync(process.execPath, [join(ROOT, 'node_modules/openapi-typescript/bin/cli.js'), ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect({ status: checked.status, said: checked.stderr }).toEqual({ status: 0, said: '' });
  });
});
