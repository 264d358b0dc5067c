import { Controller, ForbiddenException, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '#platform';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { HealthProbes } from './health-probes.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Figures for Prometheus; answered on loopback only, since counts tell about the installation. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  private readonly registry = new Registry();

  constructor(probes: HealthProbes) {
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
  }

  @Get()
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(@Req() request: { socket: { remoteAddress?: string } }): Promise<string> {
    if (!LOOPBACK.has(request.socket.remoteAddress ?? '')) throw new ForbiddenException();
    return this.registry.metrics();
  }
}
