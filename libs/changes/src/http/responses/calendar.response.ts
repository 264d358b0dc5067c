import { ApiProperty } from '@nestjs/swagger';
import { RefResponse } from '#identity';
import { CHANGE_STATES, type ChangeState } from '../../domain/change-lifecycle.js';
import { CHANGE_KINDS, type ChangeKind } from '../../domain/change-words.js';
import { CONFLICT_REASONS, type ConflictReason } from '../../domain/conflict.js';

export class ConflictChangeResponse {
  id: string;
  number: string;
  title: string;
}

export class ConflictItemResponse {
  id: string;
  tag: string;
}

export class ConflictFreezeResponse {
  id: string;
  reason: string;
}

export class ConflictResponse {
  @ApiProperty({ enum: CONFLICT_REASONS })
  reason: ConflictReason;
  /** Keeps the change out of the calendar unless the change manager says why it may stand. */
  blocking: boolean;
  /** The other change; null where it is none, or one that the reader may not see. */
  change: ConflictChangeResponse | null;
  /** What the other change touches. */
  item: ConflictItemResponse | null;
  freeze: ConflictFreezeResponse | null;
  /** The time that the conflict concerns. */
  from: string;
  to: string;
}

const MOVES = ['inside', 'asks_again', 'refused'] as const;

export class ConflictsResponse {
  items: ConflictResponse[];
  /** What moving the scheduled change into the window that is tried would mean: it stays authorised, authority is asked for anew, or refused. */
  @ApiProperty({ enum: MOVES, nullable: true })
  move: (typeof MOVES)[number] | null;
}

export class SlotResponse {
  from: string;
  to: string;
}

export class FreeSlotResponse {
  /** Null where there is none before `until`. */
  slot: SlotResponse | null;
  /** How far was looked. */
  until: string;
  /** Had it to lie in the maintenance hours of a service? */
  insideMaintenance: boolean;
  /** What stood in the way of earlier slots, by time; the first twenty. */
  skipped: ConflictResponse[];
}

export class CalendarChangeResponse {
  id: string;
  number: string;
  title: string;
  @ApiProperty({ enum: CHANGE_KINDS })
  kind: ChangeKind;
  @ApiProperty({ enum: CHANGE_STATES })
  state: ChangeState;
  /** The version of the change, for `If-Match`. */
  version: number;
  from: string;
  to: string;
  outageMinutes: number;
  /** The main service first. */
  services: RefResponse[];
  group: RefResponse | null;
  /** Of staff only. */
  implementer: RefResponse | null;
  /** May the reader move it? */
  movable: boolean;
}

export class CalendarFreezeResponse {
  id: string;
  from: string;
  to: string;
  reason: string;
  /** Null where it holds for every service. */
  service: RefResponse | null;
  institution: RefResponse | null;
}

export class CalendarMaintenanceResponse {
  serviceId: string;
  from: string;
  to: string;
}

export class CalendarServiceResponse extends RefResponse {
  /** How many institutions subscribe to it. */
  institutions: number;
}

const DAY_KINDS = ['weekend', 'holiday', 'moved_day_off'] as const;

/** A day on which nobody works. */
export class CalendarDayOffResponse {
  /** `YYYY-MM-DD`. */
  date: string;
  @ApiProperty({ enum: DAY_KINDS })
  kind: (typeof DAY_KINDS)[number];
  name: string | null;
}

export class CalendarConflictResponse {
  @ApiProperty({ enum: CONFLICT_REASONS })
  reason: ConflictReason;
  blocking: boolean;
  changeId: string;
  /** The other change; null where the conflict is with a window. */
  otherId: string | null;
  item: ConflictItemResponse | null;
  freezeId: string | null;
  from: string;
  to: string;
}

export class CalendarAbilitiesResponse {
  /** Sets freezes and maintenance. */
  windows: boolean;
  draft: boolean;
}

export class ChangeCalendarResponse {
  from: string;
  to: string;
  changes: CalendarChangeResponse[];
  freezes: CalendarFreezeResponse[];
  maintenance: CalendarMaintenanceResponse[];
  /** The services of what is shown, by name. */
  services: CalendarServiceResponse[];
  daysOff: CalendarDayOffResponse[];
  /** The gravest first; five hundred at most. */
  conflicts: CalendarConflictResponse[];
  /** How many there are. */
  conflictCount: number;
  abilities: CalendarAbilitiesResponse;
}

export class FreezeWindowResponse extends CalendarFreezeResponse {
  setBy: RefResponse | null;
  version: number;
}

export class FreezeWindowsResponse {
  items: FreezeWindowResponse[];
}

export class WeeklyHoursResponse {
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  from: string;
  to: string;
}

export class MaintenanceWindowResponse {
  id: string;
  service: RefResponse;
  /** Null of one that happens once. */
  weekly: WeeklyHoursResponse[] | null;
  validFrom: string | null;
  validTo: string | null;
  period: SlotResponse | null;
  note: string | null;
  version: number;
}

export class MaintenanceWindowsResponse {
  items: MaintenanceWindowResponse[];
}

export class CalendarFeedResponse {
  /** Null where the reader has no link. */
  createdAt: string | null;
  serviceId: string | null;
  institutionId: string | null;
}

export class NewCalendarFeedResponse {
  /** The address with its token; shown this once. */
  url: string;
}
