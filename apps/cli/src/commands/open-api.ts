import { readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../../api/src/app.module.js';
import { configure, httpAdapter } from '../../../api/src/http/configure.js';
import { describeApi } from '../../../api/src/http/open-api.js';
import type { Command, CommandContext } from '../command.js';

const FILE = 'apps/web/openapi.json';

async function describe({ settings }: CommandContext): Promise<string> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(settings), httpAdapter(settings), { logger: ['error'] });
  await configure(app, { web: false });
  await app.init();
  const text = `${JSON.stringify(describeApi(app), null, 2)}\n`;
  await app.close();
  return text;
}

/** Writes the description of the API, from which the web app's client is generated; `--check` only compares. */
export const openApiCommand: Command = {
  usage: 'openapi [--check]',
  summary: `write the description of the API to ${FILE}, or check that it is up to date`,
  async run(context, args) {
    const text = await describe(context);
    if (args.includes('--check')) {
      const same = readFileSync(FILE, 'utf8') === text;
      context.print(same ? `${FILE} is up to date.` : `${FILE} is not what the program serves. Run: npm run openapi`);
      return same ? 0 : 1;
    }
    writeFileSync(FILE, text);
    context.print(`Wrote ${FILE}.`);
    return 0;
  },
};
