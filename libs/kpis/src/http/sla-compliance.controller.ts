import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Clock } from '#kernel';
import { PAGE_DEFAULT, Require, sendExport } from '#platform';
import { type Month, monthOf } from '../domain/month.js';
import { ComplianceExport } from '../reads/compliance-export.js';
import { ComplianceRows, type ComplianceRowsQuery } from '../reads/compliance-rows.js';
import { Restatements } from '../reads/restatements.js';
import { SlaComplianceReport } from '../reads/sla-compliance.js';
import { SlaHonestyReport } from '../reads/sla-honesty.js';
import {
  ComplianceExportRequest,
  type ComplianceListRequest,
  ComplianceRowsExportRequest,
  ComplianceRowsRequest,
  SlaComplianceRequest,
} from './requests/compliance.request.js';
import { ComplianceRowResponse, ComplianceRowsResponse, SlaComplianceResponse } from './responses/compliance.response.js';
import { SlaHonestyResponse } from './responses/honesty.response.js';

@ApiTags('kpis')
@Controller('reports')
export class SlaComplianceController {
  constructor(
    private readonly clock: Clock,
    private readonly report: SlaComplianceReport,
    private readonly honesty: SlaHonestyReport,
    private readonly restatements: Restatements,
    private readonly complianceRows: ComplianceRows,
    private readonly exports: ComplianceExport,
  ) {}

  /** The month's SLA compliance, by the promises in force and by the first ones, with everything that it does not count. */
  @Get('sla-compliance')
  @Require('report.read')
  async read(@CurrentActor() actor: Actor, @Query() query: SlaComplianceRequest): Promise<SlaComplianceResponse> {
    const report = await this.report.read(actor, this.monthOf(query), query.by ?? 'institution');
    const selection = await this.report.selection(actor, report.month);
    return SlaComplianceResponse.from(report, await this.restatements.of(actor, selection, report.target));
  }

  /** The rows behind any number of the report: clocks, or tickets without one. */
  @Get('sla-compliance/rows')
  @Require('report.read')
  async rows(@CurrentActor() actor: Actor, @Query() query: ComplianceRowsRequest): Promise<ComplianceRowsResponse> {
    const { cursor, limit = PAGE_DEFAULT } = query;
    const page = await this.complianceRows.read(actor, { ...this.listOf(query), cursor, limit });
    return { items: page.items.map((row) => ComplianceRowResponse.from(row)), nextCursor: page.nextCursor };
  }

  /** The report as a CSV or XLSX file. */
  @Get('sla-compliance/export')
  @Require('report.read')
  async export(@CurrentActor() actor: Actor, @Query() query: ComplianceExportRequest): Promise<StreamableFile> {
    const month = this.monthOf(query);
    return sendExport(query.format, `sla-${month}`, await this.exports.figures(actor, month));
  }

  /** The rows behind a number as a CSV or XLSX file, at most 50,000. */
  @Get('sla-compliance/rows/export')
  @Require('report.read')
  async exportRows(@CurrentActor() actor: Actor, @Query() query: ComplianceRowsExportRequest): Promise<StreamableFile> {
    const list = this.listOf(query);
    return sendExport(query.format, `sla-${list.month}-${list.list.replaceAll('_', '-')}`, [await this.exports.list(actor, list)]);
  }

  /** Beside the figure: what the users really waited, pauses, relaxations, and which group used the time. */
  @Get('sla-honesty')
  @Require('report.read')
  async honest(@CurrentActor() actor: Actor, @Query() query: SlaComplianceRequest): Promise<SlaHonestyResponse> {
    return SlaHonestyResponse.from(await this.honesty.read(actor, this.monthOf(query), query.by ?? 'priority'));
  }

  private monthOf({ month }: { month?: string }): Month {
    return (month ?? monthOf(this.clock.now())) as Month;
  }

  private listOf(query: ComplianceListRequest): Omit<ComplianceRowsQuery, 'cursor' | 'limit'> {
    const { list = 'counted', as = 'amended', by, key, part, edition } = query;
    return { month: this.monthOf(query), list, as, by, key, part, edition };
  }
}
