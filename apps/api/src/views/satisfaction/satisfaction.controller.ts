import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Clock } from '#kernel';
import { monthOf } from '#kpis';
import { Require, sendExport } from '#platform';
import { CommentThemeReads } from './comment-themes.js';
import { DisappointedList } from './disappointed.js';
import { SatisfactionExport } from './satisfaction-export.js';
import { readsRatings } from './satisfaction-scope.js';
import { DisappointedRequest, SatisfactionExportRequest, SatisfactionRequest, ThemeCommentsRequest } from './satisfaction.request.js';
import {
  DisappointedPageResponse,
  DisappointedResponse,
  SatisfactionResponse,
  ThemeCommentResponse,
  ThemeCommentsResponse,
} from './satisfaction.response.js';

/** What the managers' satisfaction page shows beside KPI-01 and KPI-02. */
@ApiTags('reports')
@Controller('reports/satisfaction')
@Require('report.read')
export class SatisfactionController {
  constructor(
    private readonly clock: Clock,
    private readonly disappointed: DisappointedList,
    private readonly themes: CommentThemeReads,
    private readonly exports: SatisfactionExport,
  ) {}

  /** What kept promises say of the ratings, and what people write about. */
  @Get()
  async read(@CurrentActor() actor: Actor, @Query() query: SatisfactionRequest): Promise<SatisfactionResponse> {
    const month = this.monthOf(query);
    const [byPromise, themes] = await Promise.all([this.disappointed.byPromise(actor, month), this.themes.read(actor, month)]);
    return SatisfactionResponse.from(month, byPromise, themes, readsRatings(actor));
  }

  /** Tickets whose promises were kept and whose requesters were disappointed all the same, latest first. */
  @Get('disappointed')
  async list(@CurrentActor() actor: Actor, @Query() query: DisappointedRequest): Promise<DisappointedPageResponse> {
    const page = await this.disappointed.page(actor, { ...query, month: this.monthOf(query) });
    return { items: page.items.map((row) => DisappointedResponse.from(row)), nextCursor: page.nextCursor };
  }

  /** The comments behind a theme, latest first, a hundred at most. */
  @Get('comments')
  async comments(@CurrentActor() actor: Actor, @Query() query: ThemeCommentsRequest): Promise<ThemeCommentsResponse> {
    const comments = await this.themes.behind(actor, this.monthOf(query), query.side, query.stem);
    return { items: comments.map((comment) => ThemeCommentResponse.from(comment)) };
  }

  /** The page as a CSV or XLSX file. */
  @Get('export')
  async export(@CurrentActor() actor: Actor, @Query() query: SatisfactionExportRequest): Promise<StreamableFile> {
    const month = this.monthOf(query);
    return sendExport(query.format, `satisfaction-${month}`, await this.exports.tables(actor, month));
  }

  private monthOf({ month }: { month?: string }): string {
    return month ?? monthOf(this.clock.now());
  }
}
