import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import type { Preferences, Ways } from '../domain/preferences.js';
import { type Topic, TOPIC_RULES } from '../domain/topics.js';
import { MailDepartures } from '../reads/mail-departures.js';
import { HeldMails } from '../store/held-mails.js';
import { NoticePreferences } from '../store/notice-preferences.js';

/** What a person decides; topics that are not named stay as they were. */
export interface NoticeSettingsInput extends Omit<Preferences, 'ways'> {
  readonly topics: readonly (Ways & { readonly topic: Topic })[];
}

/** Somebody decides what he is told, by which way and when. What waits for him goes by the new rules. */
@Injectable()
export class ChangeNoticeSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly preferences: NoticePreferences,
    private readonly departures: MailDepartures,
    private readonly held: HeldMails,
  ) {}

  /** Throws `notifications.obligatory` (422) for a way that is always taken, `notifications.quiet-hours-empty` where they begin when they end. */
  async execute(actor: Actor, { topics, ...rest }: NoticeSettingsInput): Promise<void> {
    requireSound({ topics, ...rest });
    await this.unitOfWork.run(async (tx) => {
      const before = await this.preferences.lock(tx, actor.id);
      const chosen = Object.fromEntries(topics.map(({ topic, bell, mail }) => [topic, { bell, mail }]));
      const after: Preferences = { ...rest, ways: { ...before.ways, ...chosen } };
      if (JSON.stringify(after) === JSON.stringify(before)) return;
      await this.preferences.write(tx, actor.id, after);
      await this.held.plan(tx, actor.id, tx.now, await this.departures.anew(tx, after));
      await this.tell(tx, actor, before, after);
    });
  }

  private async tell(tx: Tx, actor: Actor, before: Preferences, after: Preferences): Promise<void> {
    const kept = ({ ways, quiet, urgentAtOnce, digestHour }: Preferences) => ({
      ways: Object.fromEntries(Object.entries(ways).map(([topic, { bell, mail }]) => [topic, { bell, mail }])),
      quiet: quiet && { from: quiet.from, to: quiet.to, alsoDaysOff: quiet.alsoDaysOff === true },
      ...{ urgentAtOnce, digestHour },
    });
    await tx.append({
      type: 'notifications.preferences-changed',
      version: 1,
      subject: { type: 'notice-settings', id: actor.id },
      actorId: actor.id,
      payload: { before: kept(before), after: kept(after) },
    });
  }
}

function requireSound({ topics, quiet }: NoticeSettingsInput): void {
  if (quiet !== null && quiet.from === quiet.to) throw refused('notifications.quiet-hours-empty', '/quietHours/to');
  topics.forEach(({ topic, ...ways }, at) => {
    for (const way of ['bell', 'mail'] as const)
      if (TOPIC_RULES[topic][way] === 'always' && !ways[way]) throw refused('notifications.obligatory', `/topics/${at}/${way}`);
  });
}

function refused(code: string, pointer: string): DomainError {
  return new DomainError(code, {}, 'invalid', [{ pointer, code }]);
}
