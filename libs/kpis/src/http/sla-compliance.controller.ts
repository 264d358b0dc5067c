import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Clock } from '#kernel';
import { Require } from '#platform';
import { type Month, monthOf } from '../domain/month.js';
import { SlaComplianceReport } from '../reads/sla-compliance.js';
import { SlaComplianceRequest } from './requests/kpi.request.js';
import { SlaComplianceResponse } from './responses/kpi.response.js';

@ApiTags('kpis')
@Controller('reports/sla-compliance')
export class SlaComplianceController {
  constructor(
    private readonly clock: Clock,
    private readonly report: SlaComplianceReport,
  ) {}

  /** The month's SLA compliance: met of met and breached, by the month of the outcome instant. */
  @Get()
  @Require('report.read')
  async read(@CurrentActor() actor: Actor, @Query() query: SlaComplianceRequest): Promise<SlaComplianceResponse> {
    const month = (query.month ?? monthOf(this.clock.now())) as Month;
    return SlaComplianceResponse.from(await this.report.read(actor, month, query.by ?? 'institution'));
  }
}
