import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { buildProgram, runBuiltCommand } from '../../support/built-program.js';
import { freshDatabase } from '../../support/database.js';

const WEB = join(import.meta.dirname, '../../../apps/web');

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

  it('is typed by that description', async () => {
    const description = JSON.parse(readFileSync(join(WEB, 'openapi.json'), 'utf8')) as OpenAPI3;
    const types = astToString(await openapiTypescript(description));
    expect(readFileSync(join(WEB, 'src/shared/api-schema.ts'), 'utf8')).toContain(types.trim());
  });
});
