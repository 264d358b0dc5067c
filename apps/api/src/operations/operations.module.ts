import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { HealthProbes } from './health-probes.js';
import { MetricsController } from './metrics.controller.js';

/** What operators watch: health and metrics. */
@Module({ controllers: [HealthController, MetricsController], providers: [HealthProbes] })
export class OperationsModule {}
