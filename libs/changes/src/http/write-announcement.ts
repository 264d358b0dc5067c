import type { Locale } from '#identity';
import { formatInstant, type Instant } from '#kernel';
import type { AnnouncementView } from '../reads/announcement-reader.js';
import type { DisruptionView } from '../reads/disruptions.js';
import type { AnnouncedTicketResponse, AnnouncementResponse, DisruptionResponse } from './responses/announcement.response.js';

const behind = ({ id, number, title, state }: AnnouncedTicketResponse): AnnouncedTicketResponse => ({ id, number, title, state });
const when = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

export function writeDisruption(view: DisruptionView): DisruptionResponse {
  const { id, kind, phase, title, text, after, mine, mayJoin, mayLeave, matches } = view;
  return {
    ...{ id, kind, phase, title, text, after, mine, mayJoin, mayLeave, matches },
    services: view.services.map((service) => ({ ...service })),
    startsAt: formatInstant(view.startsAt),
    expectedEndAt: when(view.expectedEndAt),
    endedAt: when(view.endedAt),
    updates: view.updates.map((news) => ({ at: formatInstant(news.at), text: news.text })),
  };
}

export function writeAnnouncement(view: AnnouncementView, locale: Locale): AnnouncementResponse {
  const { announcement, phase, incident, change, names, updates, affected, mayWrite } = view;
  const { id, kind, revision, title, text, after, serviceIds, institutionIds, startsAt, expectedEndAt, endedAt } = announcement;
  const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, locale);
  return {
    ...{ id, kind, phase, revision, mayWrite },
    ...{ titleLv: title.lv, titleEn: title.en, textLv: text.lv, textEn: text.en },
    ...{ afterLv: after?.lv ?? null, afterEn: after?.en ?? null },
    services: serviceIds.map((one) => names.of(one)).sort(byName),
    institutions: institutionIds.map((one) => names.of(one)).sort(byName),
    startsAt: formatInstant(startsAt),
    expectedEndAt: when(expectedEndAt),
    endedAt: when(endedAt),
    createdBy: names.of(announcement.createdById),
    createdAt: formatInstant(announcement.createdAt),
    incident: incident && behind(incident),
    change: change && behind(change),
    updates: updates.map((one) => ({
      id: one.id,
      at: formatInstant(one.at),
      by: names.of(one.byId),
      textLv: one.text.lv,
      textEn: one.text.en,
    })),
    affected: affected.map(({ institutionId, people }) => ({ institution: names.of(institutionId), people })),
    people: affected.reduce((sum, { people }) => sum + people, 0),
  };
}
