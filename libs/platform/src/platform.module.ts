import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Clock, SystemClock } from '#kernel';
import { DataSource, type EntitySchema } from 'typeorm';
import { Settings } from './config/settings.js';
import { createDataSource } from './database/data-source.js';
import { Database } from './database/database.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { EventAnnouncer } from './events/event-announcer.js';
import { EventFeed } from './events/event-feed.js';
import { EventLog } from './events/event-log.js';
import { ReactionRegistry } from './events/reaction-registry.js';
import { Relay } from './events/relay.js';
import { Signals } from './events/signals.js';
import { ListFiles } from './export/list-files.js';
import { IdempotencyInterceptor } from './http/idempotency.js';
import { IdempotencyKeys } from './http/idempotency-keys.js';
import { ProblemFilter } from './http/problem-filter.js';
import { UnaskedBody } from './http/unasked-body.js';
import { requestValidation } from './http/validation.js';
import { Texts } from './i18n/texts.js';
import { JobRegistry } from './jobs/job-registry.js';
import { JobRuns } from './jobs/job-runs.js';
import { JobWorkers } from './jobs/job-workers.js';
import { Jobs } from './jobs/jobs.js';
import { QueueConnection } from './jobs/queue-connection.js';
import { ContinueRuns } from './runs/continue-runs.js';

const PROVIDERS = [
  IdempotencyKeys,
  Database,
  UnitOfWork,
  EventAnnouncer,
  EventFeed,
  EventLog,
  ReactionRegistry,
  Relay,
  Signals,
  Texts,
  JobRegistry,
  JobRuns,
  JobWorkers,
  Jobs,
  ListFiles,
  QueueConnection,
  ContinueRuns,
];

/** What every module builds on: database, events, jobs, texts, the rules of HTTP. Global, and knows no module. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot({
    settings,
    entities,
    clock = new SystemClock(),
  }: {
    settings: Settings;
    entities: readonly EntitySchema<never>[];
    clock?: Clock;
  }): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: clock },
        {
          provide: DataSource,
          useFactory: () => createDataSource({ url: settings.databaseUrl, poolSize: settings.poolSize, entities }).initialize(),
        },
        ...PROVIDERS,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: UnaskedBody },
        { provide: APP_PIPE, useFactory: requestValidation },
      ],
      exports: [Settings, Clock, DataSource, ...PROVIDERS],
    };
  }
}
