import type { components, paths } from '../../shared/api-schema';

export type {
  Ability,
  AddedComment,
  Attachment,
  CancellationReason,
  ClockExplanation,
  ClockInterval,
  ClockSummary,
  Comment,
  HistoryEntry,
  HoldReason,
  Level,
  Me,
  Page,
  Person,
  Priority,
  PriorityReason,
  RatingView,
  Ref,
  ResolutionCode,
  Service,
  Ticket,
  TicketState,
  TicketSummary,
  Visibility,
} from '../../shared/api/api-types';

type Schemas = components['schemas'];

/** What `GET /tickets` takes. */
export type FindTickets = NonNullable<paths['/api/v1/tickets']['get']['parameters']['query']>;
export type Counts = Schemas['TicketCountsResponse'];
export type Group = Schemas['GroupResponse'];
/** A person found by the desk's look-up. */
export type FoundPerson = Schemas['FoundPersonResponse'];
export type Notice = Schemas['NoticeResponse'];
/** A share with its n and 95 % interval; what may be shown of it says `display` (DOMAIN 5). */
export type Figure = Schemas['FigureResponse'];
export type Status = NonNullable<Figure['status']>;
export type BreakdownRow = Schemas['KeyedFigureResponse'];
export type Kpi = Schemas['KpiResponse'];
export type Compliance = Schemas['SlaComplianceResponse'];
/** What a figure counts: a decided clock (KPI-09) or a rating (KPI-02). The ticket is null where the person may not see it. */
export type Honesty = Schemas['SlaHonestyResponse'];
export type ComplianceRow = Schemas['ComplianceRowResponse'];
export type KpiRow = Schemas['KpiRowResponse'];
export type Mail = Schemas['MailSummaryResponse'];
export type Satisfaction = Schemas['SatisfactionResponse'];
export type Disappointed = Schemas['DisappointedResponse'];
export type ThemeComment = Schemas['ThemeCommentResponse'];
export type ListedRating = Schemas['ListedRatingResponse'];
export type FollowUp = Schemas['FollowUpResponse'];
export type ClientSatisfaction = Schemas['ClientSatisfactionResponse'];
