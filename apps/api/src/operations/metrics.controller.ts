import { Controller, ForbiddenException, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { MICROS_PER_SECOND } from '#kernel';
import { Recounts } from '#kpis';
import { Public } from '#platform';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { HealthProbes } from './health-probes.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Figures for Prometheus; answered on loopback only, since counts tell about the installation. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  private readonly registry = new Registry();

  constructor(probes: HealthProbes, recounts: Recounts) {
    collectDefaultMetrics({ register: this.registry, prefix: 'atbalsts_' });
    new Gauge({
      name: 'atbalsts_probe_ok',
      help: '1 where a part of the installation is well',
      labelNames: ['probe'],
      registers: [this.registry],
      async collect() {
        for (const probe of await probes.all()) this.set({ probe: probe.name }, probe.ok ? 1 : 0);
      },
    });
    new Gauge({
      name: 'atbalsts_sla_sweep_age_seconds',
      help: 'Seconds since a sweep of the SLA clocks finished, by the clock of the database',
      registers: [this.registry],
      async collect() {
        this.set(await probes.sweepAge());
      },
    });
    this.watchFigures(recounts);
  }

  /** Alarm on any difference, and on a recount that has not ended for hours. */
  private watchFigures(recounts: Recounts): void {
    new Gauge({
      name: 'atbalsts_kpi_recount_differences',
      help: 'Facts and sums of the indicators that the latest recount found to differ from the events',
      registers: [this.registry],
      async collect() {
        this.set((await recounts.state()).differences);
      },
    });
    new Gauge({
      name: 'atbalsts_kpi_recount_finished_seconds',
      help: 'When the latest recount of the indicators ended, as seconds since the epoch; 0 where none has',
      registers: [this.registry],
      async collect() {
        this.set(Math.floor(((await recounts.state()).finishedAt ?? 0) / MICROS_PER_SECOND));
      },
    });
  }

  @Get()
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(@Req() request: { socket: { remoteAddress?: string } }): Promise<string> {
    if (!LOOPBACK.has(request.socket.remoteAddress ?? '')) throw new ForbiddenException();
    return this.registry.metrics();
  }
}
