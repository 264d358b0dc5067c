import { Module } from '@nestjs/common';
import { KpisModule } from '#kpis';
import { JobsController } from './jobs.controller.js';
import { SystemController } from './system.controller.js';
import { SystemState } from './system-state.js';
import { JobsOverview } from './jobs-overview.js';
import { HealthController } from './health.controller.js';
import { HealthProbes } from './health-probes.js';
import { MetricsController } from './metrics.controller.js';

/** What operators watch: health, metrics, jobs and settings. */
@Module({
  imports: [KpisModule],
  controllers: [HealthController, MetricsController, JobsController, SystemController],
  providers: [HealthProbes, JobsOverview, SystemState],
})
export class OperationsModule {}
