import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Settings, type SettingsValues, UnitOfWork } from '#platform';
import { AppModule } from '../../apps/api/src/app.module.js';
import { configure, httpAdapter } from '../../apps/api/src/http/configure.js';
import { startWork } from '../../apps/worker/src/schedules.js';
import { freshDatabase, type Passwords, type TestDatabase } from './database.js';

/** The whole product on a database of its own, for one test file. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  /** `http://127.0.0.1:<port>`; the API stands below `/api/v1`. */
  readonly url: string;
  readonly databaseUrl: string;
  readonly unitOfWork: UnitOfWork;
  /** Of the people of the demonstration who were there from the beginning. */
  readonly passwords?: Passwords | undefined;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** Runs the workers' jobs in this process too. */
  readonly worker?: boolean;
  readonly settings?: Partial<SettingsValues>;
  /** Begins with the people and services of the demonstration; `layCast` then finds them there. */
  readonly cast?: boolean;
  /** A database of the caller's, which then is his to drop. */
  readonly database?: TestDatabase;
}

/** Starts API (and workers, where asked) on a fresh copy of the migrated template. */
export async function startTestApp({
  worker = false,
  cast = false,
  settings = {},
  database: given,
}: TestAppOptions = {}): Promise<TestApp> {
  const database = given ?? (await freshDatabase(cast ? 'cast' : 'empty'));
  const dataDir = mkdtempSync(join(tmpdir(), 'atbalsts-test-'));
  const environment = Settings.fromEnvironment({
    DATABASE_URL: database.url,
    ATBALSTS_DATA_DIR: dataDir,
    PORT: '0',
    ATBALSTS_POOL_SIZE: '6',
    ATBALSTS_SECRET: randomBytes(32).toString('base64'),
  });
  const all = new Settings({ ...environment, ...settings });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(all), httpAdapter(all), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  await configure(app, { web: false });
  await app.listen(0, '127.0.0.1');
  if (worker) await startWork(app);
  return {
    app,
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    databaseUrl: database.url,
    unitOfWork: app.get(UnitOfWork),
    passwords: database.passwords,
    async close() {
      await app.close();
      if (!given) await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
