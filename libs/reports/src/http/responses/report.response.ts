import { ApiProperty } from '@nestjs/swagger';
import { RefResponse } from '#identity';
import { type Form, FORMS } from '../../store/subscriptions.js';
import { type Audience, AUDIENCES, type Cadence, CADENCES, type Source, SOURCES } from '../../domain/report.js';

export class ReportSummaryResponse {
  id: string;
  code: string;
  name: string;
  purpose: string;
  /** Made here, or in a BI platform from the views of `reporting`. */
  @ApiProperty({ enum: SOURCES })
  source: Source;
  owner: RefResponse | null;
  @ApiProperty({ enum: AUDIENCES })
  audience: Audience;
  /** How often it goes to its subscribers. */
  @ApiProperty({ enum: CADENCES })
  cadence: Cadence;
  /** Available in the BI platform (KPI-15). */
  bi: boolean;
  /** Where in the BI platform. */
  location: string | null;
  /** The views of `reporting` that it is read from there. */
  views: string[];
  published: boolean;
  /** For what it is made; null where it is made elsewhere. */
  period: 'month' | 'year' | 'now' | null;
}

/** KPI-15 at the end of a day. */
export class AvailableReportsResponse {
  on: string;
  count: number;
  target: number | null;
}

export class ReportRegisterAbilitiesResponse {
  register: boolean;
}

export class ReportsResponse {
  items: ReportSummaryResponse[];
  available: AvailableReportsResponse;
  abilities: ReportRegisterAbilitiesResponse;
}

export class ReportAbilitiesResponse {
  change: boolean;
  publish: boolean;
  withdraw: boolean;
  /** Keep a run of it. */
  keep: boolean;
  /** Have it sent to himself. */
  subscribe: boolean;
  /** See and decide who else gets it. */
  subscribeOthers: boolean;
}

export class ReportSubscriberResponse {
  person: RefResponse;
  @ApiProperty({ enum: FORMS })
  form: Form;
  since: string;
}

export class ReportSubscribersResponse {
  items: ReportSubscriberResponse[];
}

export class ReportResponse extends ReportSummaryResponse {
  revision: number;
  /** How often it can be delivered. */
  @ApiProperty({ enum: CADENCES, isArray: true })
  cadences: Cadence[];
  /** As what it comes to the reader himself; null where it does not. */
  @ApiProperty({ enum: FORMS, nullable: true })
  subscription: Form | null;
  abilities: ReportAbilitiesResponse;
}
