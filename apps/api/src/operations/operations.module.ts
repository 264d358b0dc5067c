import { Module } from '@nestjs/common';
import { KpisModule } from '#kpis';
import { HealthController } from './health.controller.js';
import { HealthProbes } from './health-probes.js';
import { MetricsController } from './metrics.controller.js';

/** What operators watch: health and metrics. */
@Module({ imports: [KpisModule], controllers: [HealthController, MetricsController], providers: [HealthProbes] })
export class OperationsModule {}
