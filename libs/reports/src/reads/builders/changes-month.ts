import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { earliest, type Say } from '../figure-words.js';
import { IndicatorSections } from '../indicator-sections.js';
import type { BuiltReport, ReportBuilder } from '../report-builder.js';

const SHARES = ['KPI-10', 'KPI-11', 'CHG-INCIDENT', 'CHG-CONFLICT'] as const;

/** The changes that were implemented in a month (DOMAIN 5, KPI-10 and KPI-11), by kind, group and service. */
@Injectable()
export class ChangesMonth implements ReportBuilder {
  readonly code = 'changes-month';
  readonly version = 1;
  readonly period = 'month';
  readonly rights = [];
  readonly opinions = false;
  readonly ofFigures = true;

  constructor(private readonly indicators: IndicatorSections) {}

  async build(actor: Actor, period: string, say: Say): Promise<BuiltReport> {
    const [success, ...others] = await Promise.all(
      SHARES.map((code) => this.indicators.read(actor, code, period, code === 'KPI-10' ? ['kind', 'group', 'service'] : ['kind'])),
    );
    const lead = await this.indicators.read(actor, 'CHG-LEAD', period, ['kind']);
    const shares = [success!, ...others];
    const all = [...shares, lead];
    return {
      definitions: all.map(({ code, definitionVersion: version }) => ({ code, version })),
      dataAt: earliest(all),
      conclusion: [
        ...(await Promise.all([success!, others[0]!, lead].map((figures) => this.indicators.sentence(actor, figures, period, say)))),
        ...success!.parts.flatMap((part) => this.indicators.apart(success!, part, say)),
      ],
      sections: [
        this.indicators.summary(say('section.whole'), shares, period, say),
        this.indicators.summary(say('section.lengths'), [lead], period, say),
        ...success!.parts.map((part) => this.indicators.part(success!, part, period, say, `${success!.name}: ${say(`parted.${part.by}`)}`)),
        ...[...others, lead].flatMap((figures) =>
          figures.parts.map((part) => this.indicators.part(figures, part, period, say, `${figures.name}: ${say(`parted.${part.by}`)}`)),
        ),
      ],
    };
  }
}
