import { DomainError, fieldRefused } from '#kernel';

/** Who a report is meant for: the Centre's staff alone, or also those whom it serves. */
export const AUDIENCES = ['internal', 'external'] as const;

export type Audience = (typeof AUDIENCES)[number];

/** How often a report goes to its readers by itself. */
export const CADENCES = ['none', 'weekly', 'monthly', 'yearly'] as const;

export type Cadence = (typeof CADENCES)[number];

/** Where a report is made: here, or in a BI platform from the views of the schema `reporting`. */
export const SOURCES = ['desk', 'bi'] as const;

export type Source = (typeof SOURCES)[number];

/** What a manager decides about a report. */
export interface ReportTerms {
  readonly ownerId: string | null;
  readonly audience: Audience;
  readonly cadence: Cadence;
  /** It is available in the BI platform (KPI-15). */
  readonly bi: boolean;
  /** Where in the BI platform. */
  readonly location: string | null;
  /** The views of `reporting` that it is read from there. */
  readonly views: readonly string[];
}

/** A report of the register (DOMAIN A6). */
export interface RegisteredReport extends ReportTerms {
  readonly id: string;
  readonly code: string;
  readonly source: Source;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly purposeLv: string;
  readonly purposeEn: string;
  readonly published: boolean;
  readonly revision: number;
}

const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Addresses below `/reports` that are no reports of the register. */
const PAGES: ReadonlySet<string> = new Set(['satisfaction', 'sla-compliance', 'sla-honesty']);

/** Throws `reports.code-invalid` unless the code can stand in an address. */
export function requireCode(code: string): void {
  if (!CODE.test(code) || code.length > 60 || PAGES.has(code)) throw fieldRefused('reports.code-invalid', 'code');
}

/**
 * Throws where the terms contradict each other: a report that BI shows says where (`reports.location-missing`) and from which views
 * (`reports.views-missing`); what is made in BI cannot be delivered from here (`reports.cadence-elsewhere`) and is in BI
 * (`reports.bi-required`); a report that is published has an owner (`reports.owner-missing`).
 */
export function requireSoundTerms(report: Pick<RegisteredReport, 'source' | 'published'>, terms: ReportTerms): void {
  if (report.source === 'bi' && !terms.bi) throw fieldRefused('reports.bi-required', 'bi');
  if (report.source === 'bi' && terms.cadence !== 'none') throw fieldRefused('reports.cadence-elsewhere', 'cadence');
  if (terms.bi && !terms.location) throw fieldRefused('reports.location-missing', 'location');
  if (terms.bi && terms.views.length === 0) throw fieldRefused('reports.views-missing', 'views');
  if (report.published && terms.ownerId === null) throw fieldRefused('reports.owner-missing', 'ownerId');
}

/** Throws `reports.published-already` or `reports.owner-missing`. */
export function requirePublishable(report: RegisteredReport): void {
  if (report.published) throw new DomainError('reports.published-already', {}, 'conflict');
  if (report.ownerId === null) throw new DomainError('reports.owner-missing');
}
