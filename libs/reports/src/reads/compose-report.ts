import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts, type Locale } from '#identity';
import { Clock, DomainError, fieldRefused, formatInstant, toDate } from '#kernel';
import { FreezeInstants, type Month, monthOf, monthsAfter, readPeriod } from '#kpis';
import { type ExportTable, Texts } from '#platform';
import { exportTables } from '../domain/export-tables.js';
import type { RegisteredReport } from '../domain/report.js';
import { runScope } from '../domain/report-access.js';
import type { ReportDocument } from '../domain/report-document.js';
import type { Say } from './figure-words.js';
import type { PeriodKind, ReportBuilder } from './report-builder.js';

const RIGA_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' });

/** Makes documents: what a builder tells, and what is said around it of every report. */
@Injectable()
export class ComposeReport {
  constructor(
    private readonly clock: Clock,
    private readonly texts: Texts,
    private readonly identity: IdentityFacts,
    private readonly freezes: FreezeInstants,
  ) {}

  /** Of the parts that the actor may read, in his language. Throws `reports.period-invalid`. */
  async document(actor: Actor, report: RegisteredReport, builder: ReportBuilder, asked: string | undefined): Promise<ReportDocument> {
    const period = this.periodOf(builder.period, asked);
    const { definitions, dataAt, conclusion, sections } = await builder.build(actor, period, this.sayIn(actor.locale));
    return {
      code: report.code,
      title: actor.locale === 'lv' ? report.nameLv : report.nameEn,
      period,
      about: await this.aboutWords(actor),
      definitionVersion: builder.version,
      definitions,
      dataAt: formatInstant(dataAt),
      conclusion,
      sections,
    };
  }

  /** The document as sheets, or parts of a CSV file. */
  tables(document: ReportDocument, locale: Locale): ExportTable[] {
    const say = this.sayIn(locale);
    return exportTables(document, {
      ...{ head: say('file.head'), period: say('file.period'), about: say('file.about'), definition: say('file.definition') },
      ...{ indicators: say('file.indicators'), dataAt: say('file.data-at'), conclusion: say('file.conclusion') },
    });
  }

  /**
   * Opinions are kept of frozen months and of years that are over alone: two copies of a period that still goes on could tell what one person
   * said between them. Throws `reports.period-open`.
   */
  async requireKeepable(builder: ReportBuilder, document: ReportDocument): Promise<void> {
    if (!builder.opinions) return;
    const last = builder.period === 'year' ? `${document.period}-12` : document.period;
    if ((await this.freezes.of(last as Month)) > this.clock.now()) throw new DomainError('reports.period-open');
  }

  /** What was asked for, or the latest whole period. */
  private periodOf(kind: PeriodKind, asked: string | undefined): string {
    const month = monthOf(this.clock.now());
    if (kind === 'now') return RIGA_DAY.format(toDate(this.clock.now()));
    if (asked === undefined) return kind === 'month' ? monthsAfter(month, -1) : String(Number(month.slice(0, 4)) - 1);
    if (readPeriod(asked).kind !== kind || asked > (kind === 'month' ? month : month.slice(0, 4)))
      throw fieldRefused('reports.period-invalid', 'period');
    return asked;
  }

  private async aboutWords(actor: Actor): Promise<string> {
    const { all, institutionIds, groupIds } = runScope(actor);
    if (all) return this.sayIn(actor.locale)('about.all');
    const institutions = await this.identity.institutionNames(institutionIds, actor.locale);
    const groups = await this.identity.groupNames(groupIds, actor.locale);
    return [...institutions.values(), ...groups.values()].sort((a, b) => a.localeCompare(b, actor.locale)).join(', ') || '–';
  }

  private sayIn(locale: Locale): Say {
    return (key, params) => this.texts.say(locale, `reports.${key}`, params);
  }
}
