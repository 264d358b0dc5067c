import { formatInstant } from '#kernel';
import type { AuditedEvent } from '../../reads/audit-events.js';

export class AuditSubjectResponse {
  type: string;
  id: string;
}

export class AuditActorResponse {
  id: string;
  name: string | null;
}

/** One event of the log. */
export class AuditEventResponse {
  id: number;
  /** When it happened. */
  at: string;
  /** When it was written down; later than `at` for history taken in from another system. */
  recordedAt: string;
  type: string;
  version: number;
  subject: AuditSubjectResponse;
  /** Null where the system acted. */
  actor: AuditActorResponse | null;
  payload: Record<string, unknown>;
  imported: boolean;

  static of({ event, recordedAt, actorName }: AuditedEvent): AuditEventResponse {
    const { id, at, type, version, subject, actorId, payload, imported } = event;
    const actor = actorId === null ? null : { id: actorId, name: actorName };
    return { id, at: formatInstant(at), recordedAt: formatInstant(recordedAt), type, version, subject, actor, payload, imported };
  }
}

export class AuditEventsResponse {
  items: AuditEventResponse[];
  nextCursor: string | null;
}
