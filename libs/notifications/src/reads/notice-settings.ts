import { Injectable } from '@nestjs/common';
import { type Actor, holds, IdentityFacts, isRight } from '#identity';
import { Database } from '#platform';
import { type Preferences, waysOf } from '../domain/preferences.js';
import { type Choice, type Topic, TOPIC_RULES, TOPICS } from '../domain/topics.js';
import { NoticePreferences } from '../store/notice-preferences.js';

/** One topic as a person has it. */
export interface TopicSetting {
  readonly topic: Topic;
  readonly bell: boolean;
  readonly mail: boolean;
  readonly bellChoice: Choice;
  readonly mailChoice: Choice;
}

export interface NoticeSettingsView extends Omit<Preferences, 'ways'> {
  readonly topics: readonly TopicSetting[];
  /** Where mails go; null where he has no address, so that none leave. */
  readonly email: string | null;
}

/** What a person has decided about what he is told, over all that he may be told. */
@Injectable()
export class NoticeSettings {
  constructor(
    private readonly database: Database,
    private readonly preferences: NoticePreferences,
    private readonly identity: IdentityFacts,
  ) {}

  async of(actor: Actor): Promise<NoticeSettingsView> {
    const [preferences, contact] = await Promise.all([
      this.preferences.of(this.database, [actor.id]).then((of) => of(actor.id)),
      this.identity.contact(actor.id),
    ]);
    const { quiet, urgentAtOnce, digestHour } = preferences;
    const topics = TOPICS.filter((topic) => mayHear(actor, topic)).map((topic) => {
      const { bell: bellChoice, mail: mailChoice } = TOPIC_RULES[topic];
      return { topic, ...waysOf(topic, preferences), bellChoice, mailChoice };
    });
    return { topics, quiet, urgentAtOnce, digestHour, email: contact?.email ?? null };
  }
}

/** May this person come to be told of it? */
function mayHear(actor: Actor, topic: Topic): boolean {
  const { rights } = TOPIC_RULES[topic];
  return rights === undefined || rights.some((right) => isRight(right) && holds(actor, right));
}
