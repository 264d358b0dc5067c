import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '#kernel';

/** How an event is told in a ticket's history. The sentence is the text `<module>.history.<event>`. */
export interface HistoryWord {
  /** `staff`: only for those who read the ticket in the course of their work. */
  readonly audience: 'everybody' | 'staff';
  /** A suffix of the text's key where one event has several sentences (`history.assigned-person`). */
  readonly variant?: (event: RecordedEvent) => string | undefined;
  /** Placeholders of the sentence that are texts themselves: the key of each, such as `incidents.hold-reason.awaiting_vendor`. */
  readonly texts?: (event: RecordedEvent) => Readonly<Record<string, string | null>>;
  /** Placeholders as they are. */
  readonly values?: (event: RecordedEvent) => Readonly<Record<string, string | number | null>>;
  /** Placeholders that name people or groups, by id. */
  readonly people?: (event: RecordedEvent) => Readonly<Record<string, string | null>>;
  readonly groups?: (event: RecordedEvent) => Readonly<Record<string, string | null>>;
  /** Fields of the payload that everybody may read; staff reads all. */
  readonly publicFields?: readonly string[];
  /** Hidden from everybody but staff where this holds (an internal note). */
  readonly internal?: (event: RecordedEvent) => boolean;
}

/** Which events a ticket's history tells, and how. Each module registers its own; what nobody registered is not told. */
@Injectable()
export class HistoryWords {
  private readonly byType = new Map<string, HistoryWord>();

  register(words: Readonly<Record<string, HistoryWord>>): void {
    for (const [type, word] of Object.entries(words)) this.byType.set(type, word);
  }

  of(type: string): HistoryWord | undefined {
    return this.byType.get(type);
  }
}
