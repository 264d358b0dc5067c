import { type Actor, type Right } from '#identity';
import type { Instant } from '#kernel';
import type { ReportSection, UsedDefinition } from '../domain/report-document.js';
import type { Say } from './figure-words.js';

/** For what a report is made: a month or a year of Riga, or the moment. */
export type PeriodKind = 'month' | 'year' | 'now';

/** What a builder makes; the rest of the document is the same for all. */
export interface BuiltReport {
  readonly definitions: readonly UsedDefinition[];
  readonly dataAt: Instant;
  readonly conclusion: readonly string[];
  readonly sections: readonly ReportSection[];
}

/** One report of the ready set. One more report is one more of these, and a row of the reference data. */
export interface ReportBuilder {
  readonly code: string;
  /** Raised when what it holds or how it is laid out changes. */
  readonly version: number;
  readonly period: PeriodKind;
  /** What its figures ask for beside the reading of reports. */
  readonly rights: readonly Right[];
  /** Holds opinions of people: two copies of a period that still goes on could tell what one person said between them. */
  readonly opinions: boolean;
  /** Whether there is anything in it for somebody who may read reports of these parts. */
  readonly ofFigures: boolean;
  build(actor: Actor, period: string, say: Say): Promise<BuiltReport>;
}
