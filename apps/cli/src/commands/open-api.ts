import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../../api/src/app.module.js';
import { configure, httpAdapter } from '../../../api/src/http/configure.js';
import { describeApi } from '../../../api/src/http/open-api.js';
import type { Command } from '../command.js';

/** Writes the description of the API, from which the web app's client is generated. */
export const openApiCommand: Command = {
  usage: 'openapi [FILE]',
  summary: 'write the description of the API (default apps/web/openapi.json)',
  async run({ settings, print }, [file = 'apps/web/openapi.json']) {
    const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(settings), httpAdapter(settings), { logger: ['error'] });
    await configure(app, { web: false });
    await app.init();
    writeFileSync(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
    await app.close();
    print(`Wrote ${file}.`);
    return 0;
  },
};
