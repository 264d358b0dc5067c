import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform';
import type { Bilingual } from '../domain/announcement.js';
import { AnnouncementBoard } from './announcement-board.js';

/** What is told to those who have the trouble too. */
export interface AnnouncedNews {
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly userIds: readonly string[];
}

/** The news of announcements, for whoever carries them to people. */
@Injectable()
export class AnnouncementNews {
  constructor(private readonly board: AnnouncementBoard) {}

  /** One piece of news, or with `updateId` null how it ended; undefined where there is nothing to tell. */
  async of(on: Queryable, announcementId: string, updateId: string | null): Promise<AnnouncedNews | undefined> {
    const { title, after } = await this.board.store.one(on, announcementId);
    const text = updateId === null ? after : (await this.board.store.updates(on, [announcementId])).find(({ id }) => id === updateId)?.text;
    return text ? { title, text, userIds: await this.board.affected.people(on, announcementId) } : undefined;
  }
}
