import type { components } from '../api-schema';

/**
 * What the API sends and takes, under the short names that the pages use: aliases of the types generated from `openapi.json`
 * (`npm run openapi`). A ticket can be of several kinds, so the API leaves the words of a kind's lifecycle open; here they are those of
 * incidents, the kind that there is. Instants are ISO text in UTC.
 */
type Schemas = components['schemas'];
/** A generated type with some fields told more exactly. */
type Exactly<T, Fields> = Omit<T, keyof Fields> & Fields;

export type Ref = Schemas['RefResponse'];
export type Person = Ref;
export type TicketRef = Schemas['TicketRefResponse'];
export type Me = Schemas['MeResponse'];
export type Disruption = Schemas['DisruptionResponse'];
export type Service = Schemas['ServiceResponse'];

export type TicketState = 'new' | 'assigned' | 'in_progress' | 'on_hold' | 'resolved' | 'closed' | 'cancelled';
/** Those that the desk came with; an administrator's own are laid over the texts (`reference-words.ts`) and are read like these. */
export type HoldReason = 'awaiting_requester' | 'agreed_date' | 'awaiting_vendor' | 'awaiting_change' | 'awaiting_internal';
export type ResolutionCode = 'fixed' | 'workaround' | 'user_advised' | 'no_fault_found' | 'third_party' | 'duplicate_known';
export type CancellationReason = Schemas['CancelRequest']['reason'];
export type PriorityReason = Schemas['ChangePriorityRequest']['reason'];
export type RatingValue = Schemas['RateRequest']['value'];
export type Level = 1 | 2 | 3;
export type Priority = 1 | 2 | 3 | 4 | 5;
export type Visibility = Schemas['AddCommentRequest']['visibility'];

export type ClockSummary = Schemas['ClockSummaryResponse'];
export type ClockInterval = Schemas['ClockIntervalResponse'];
export type IntervalReason = ClockInterval['reason'];
export type ClockExplanation = Schemas['ClockExplanationResponse'];

interface Words {
  state: TicketState;
  holdReason: HoldReason | null;
  priority: Priority;
  impact: Level;
  urgency: Level;
  dueKind: ClockSummary['kind'] | null;
}

export type TicketSummary = Exactly<Schemas['TicketSummaryResponse'], Words>;
export type Abilities = Schemas['AbilitiesResponse'];
export type Ability = keyof Abilities;
export type RatingView = Schemas['RatingResponse'];

interface Details extends Words {
  resolution: Exactly<Schemas['ResolutionResponse'], { code: ResolutionCode }> | null;
  hold: Exactly<Schemas['HoldResponse'], { reason: HoldReason }> | null;
}

export type Ticket = Exactly<Schemas['TicketResponse'], Details>;

export type Attachment = Schemas['AttachmentResponse'];
export type Comment = Schemas['CommentResponse'];
/** The answer to a new comment. A reply to a finished ticket makes a follow-up, which then holds the text. */
export type AddedComment = Schemas['AddedCommentResponse'];
export type HistoryEntry = Schemas['HistoryEntryResponse'];

export type RatingStatus = Schemas['RatingPageResponse'];
export type RatingLink = Schemas['RatingLinkResponse'];
export type NewIncident = Schemas['ReportIncidentRequest'];

/** A page of a list; `nextCursor` is null on the last one. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export type ChangeState =
  'draft' | 'assessing' | 'awaiting_authorisation' | 'scheduled' | 'implementing' | 'review' | 'closed' | 'rejected' | 'cancelled';
export type ChangeSummary = Exactly<Schemas['ChangeSummaryResponse'], { state: ChangeState }>;
/** A change as one document, from the wish to the outcome. */
export type Change = Exactly<Schemas['ChangeResponse'], { state: ChangeState }>;
