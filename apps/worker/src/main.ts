import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { requireCurrentSchema, Settings } from '#platform';
import { outliveBrokenConnections, reportReady, sayAndExit } from '../../api/src/process.js';
import { loadMigrations } from '../../../migrations/index.js';
import { startWork } from './schedules.js';
import { WorkerModule } from './worker.module.js';

outliveBrokenConnections();

try {
  const settings = Settings.fromEnvironment();
  const app = await NestFactory.createApplicationContext(WorkerModule.for(settings), { logger: ['error', 'warn'], abortOnError: false });
  app.enableShutdownHooks();
  await requireCurrentSchema(app.get(DataSource), await loadMigrations());
  await startWork(app);
  reportReady(settings.publicUrl, () => app.close());
} catch (error) {
  sayAndExit(error);
}
