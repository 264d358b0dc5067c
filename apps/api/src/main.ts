import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { requireCurrentSchema, Settings } from '#platform';
import { loadMigrations } from '../../../migrations/index.js';
import { AppModule } from './app.module.js';
import { configure, httpAdapter } from './http/configure.js';
import { outliveBrokenConnections, reportReady, sayAndExit } from './process.js';

outliveBrokenConnections();

try {
  const settings = Settings.fromEnvironment();
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(settings), httpAdapter(settings), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  await requireCurrentSchema(app.get(DataSource), await loadMigrations());
  await configure(app);
  await app.listen(settings.port, settings.host);
  reportReady(settings.publicUrl, () => app.close());
} catch (error) {
  sayAndExit(error);
}
