import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '#platform';
import { HealthProbes, type Probe } from './health-probes.js';

interface Reply {
  status(code: number): Reply;
  send(body: unknown): unknown;
}

/** Probes for a load balancer: alive, and ready to serve. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly probes: HealthProbes) {}

  @Get('live')
  @Public()
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** 503 while the database does not answer; late workers are told in the body. */
  @Get('ready')
  @Public()
  async ready(@Res() reply: Reply): Promise<void> {
    const probes: Probe[] = await this.probes.all();
    const serving = probes.every((probe) => probe.ok || probe.name !== 'database');
    reply.status(serving ? 200 : 503).send({ status: probes.every((p) => p.ok) ? 'ok' : serving ? 'degraded' : 'down', probes });
  }
}
