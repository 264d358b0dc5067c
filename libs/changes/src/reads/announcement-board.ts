import { Injectable } from '@nestjs/common';
import { AlsoAffectedPeople } from '../store/also-affected.js';
import { AnnouncementStore } from '../store/announcement-store.js';

/** What is kept of announcements: what they say, and who has the trouble too. */
@Injectable()
export class AnnouncementBoard {
  constructor(
    readonly store: AnnouncementStore,
    readonly affected: AlsoAffectedPeople,
  ) {}
}
