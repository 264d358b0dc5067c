import { RefResponse } from '#identity';

export class DisruptionUpdateResponse {
  at: string;
  text: string;
}

/** What the reader's institution is told, in the reader's language. */
export class DisruptionResponse {
  id: string;
  kind: 'disruption' | 'planned_work';
  phase: 'before' | 'during' | 'after';
  title: string;
  text: string;
  services: RefResponse[];
  startsAt: string;
  expectedEndAt: string | null;
  endedAt: string | null;
  /** What came of it. */
  after: string | null;
  /** The latest first. */
  updates: DisruptionUpdateResponse[];
  /** The reader has said that he has it too. */
  mine: boolean;
  mayJoin: boolean;
  /** May say that it was a mistake. */
  mayLeave: boolean;
  /** It is about what is being typed. */
  matches: boolean;
}

export class DisruptionsResponse {
  items: DisruptionResponse[];
}

export class AnnouncementUpdateResponse {
  id: string;
  at: string;
  by: RefResponse;
  textLv: string;
  textEn: string;
}

export class AffectedInstitutionResponse {
  institution: RefResponse;
  people: number;
}

/** The ticket behind an announcement: an incident or a change. */
export class AnnouncedTicketResponse {
  id: string;
  number: string;
  title: string;
  state: string;
}

export class AnnouncementResponse {
  id: string;
  kind: 'disruption' | 'planned_work';
  phase: 'before' | 'during' | 'after';
  revision: number;
  titleLv: string;
  titleEn: string;
  textLv: string;
  textEn: string;
  services: RefResponse[];
  /** Empty: all institutions that subscribe to one of the services. */
  institutions: RefResponse[];
  startsAt: string;
  expectedEndAt: string | null;
  endedAt: string | null;
  afterLv: string | null;
  afterEn: string | null;
  createdBy: RefResponse;
  createdAt: string;
  /** The incident behind it; null where there is none, or none that the reader may see. */
  incident: AnnouncedTicketResponse | null;
  /** Likewise the change whose work it announces. */
  change: AnnouncedTicketResponse | null;
  /** The latest first. */
  updates: AnnouncementUpdateResponse[];
  /** Who has it too, by institution. */
  affected: AffectedInstitutionResponse[];
  people: number;
  /** May be changed, told news of, and ended by the reader. */
  mayWrite: boolean;
}

export class AnnouncementsResponse {
  items: AnnouncementResponse[];
  /** May the reader write one: of the incident or change asked about, else of anything. */
  mayAnnounce: boolean;
}
