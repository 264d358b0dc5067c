import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { TicketsModule } from '#tickets';
import { AnnouncementsController } from './http/announcements.controller.js';
import { DisruptionsController } from './http/disruptions.controller.js';
import { FollowAnnouncedChange } from './reactions/follow-announced-change.js';
import { AnnouncementBoard } from './reads/announcement-board.js';
import { AnnouncementNews } from './reads/announcement-news.js';
import { AnnouncementReader } from './reads/announcement-reader.js';
import { Audience } from './reads/audience.js';
import { Disruptions } from './reads/disruptions.js';
import { PlannedOutages } from './reads/planned-outages.js';
import { AlsoAffectedPeople } from './store/also-affected.js';
import { AnnouncementStore } from './store/announcement-store.js';
import { ChangeStore } from './store/change-store.js';
import { Announce } from './use-cases/announce.js';
import { AnnouncedCause } from './use-cases/announced-cause.js';
import { HaveThisToo } from './use-cases/have-this-too.js';
import { TellOfAnnouncement } from './use-cases/tell-of-announcement.js';

/** What institutions are told of disruptions and planned work. */
@Module({
  imports: [CatalogueModule, IdentityModule, TicketsModule],
  controllers: [AnnouncementsController, DisruptionsController],
  providers: [
    ...[AnnouncementStore, ChangeStore, AlsoAffectedPeople, AnnouncementBoard, Audience],
    ...[PlannedOutages, Disruptions, AnnouncementReader, AnnouncementNews],
    ...[AnnouncedCause, Announce, TellOfAnnouncement, HaveThisToo, FollowAnnouncedChange],
  ],
  exports: [AnnouncementNews, Announce, TellOfAnnouncement, HaveThisToo],
})
export class AnnouncementsModule {}
