import {
  IconArrowsSplit2,
  IconBolt,
  IconApi,
  IconBuilding,
  IconListDetails,
  IconUserCheck,
  IconUsers,
  IconUsersGroup,
  IconCalendarTime,
  IconFileImport,
  IconForms,
  IconInbox,
  IconMail,
  IconPhone,
  IconMessage2,
  IconRefreshDot,
  IconSettings,
  IconShieldLock,
  IconStopwatch,
  IconTags,
  type Icon,
} from '@tabler/icons-react';
import type { TextKey } from '../texts';

interface AdminPlace {
  to:
    | '/admin/people'
    | '/admin/requests'
    | '/admin/groups'
    | '/admin/institutions'
    | '/admin/imports'
    | '/admin/services'
    | '/admin/policies'
    | '/admin/calendars'
    | '/admin/surveys'
    | '/admin/contact'
    | '/admin/answers'
    | '/admin/routing'
    | '/admin/reference'
    | '/admin/mail'
    | '/admin/texts'
    | '/admin/sign-in'
    | '/admin/api-clients'
    | '/admin/mailbox'
    | '/admin/jobs'
    | '/admin/settings';
  /** Any of these rights opens the place. */
  rights: readonly string[];
  text: TextKey;
  icon: Icon;
}

interface AdminGroup {
  text: TextKey;
  places: readonly AdminPlace[];
}

/** What is set up where, in the order of the column. */
const groups: readonly AdminGroup[] = [
  {
    text: 'admin.group.organisation',
    places: [
      { to: '/admin/people', rights: ['organisation.read'], text: 'admin.place.people', icon: IconUsers },
      { to: '/admin/requests', rights: ['organisation.read'], text: 'admin.place.requests', icon: IconUserCheck },
      { to: '/admin/groups', rights: ['organisation.read'], text: 'admin.place.groups', icon: IconUsersGroup },
      { to: '/admin/institutions', rights: ['organisation.read'], text: 'admin.place.institutions', icon: IconBuilding },
      { to: '/admin/imports', rights: ['organisation.write', 'admin.users'], text: 'imports.title', icon: IconFileImport },
    ],
  },
  {
    text: 'admin.group.answering',
    places: [
      { to: '/admin/answers', rights: ['answer.write'], text: 'answers.title', icon: IconBolt },
      { to: '/admin/routing', rights: ['sla.read'], text: 'routing.title', icon: IconArrowsSplit2 },
      { to: '/admin/reference', rights: ['admin.settings'], text: 'admin.place.reference', icon: IconTags },
      { to: '/admin/texts', rights: ['admin.settings'], text: 'texts.title', icon: IconMessage2 },
    ],
  },
  {
    text: 'admin.group.promises',
    places: [
      {
        to: '/admin/services',
        rights: ['catalogue.write', 'sla.publish', 'audit.read'],
        text: 'admin.place.services',
        icon: IconListDetails,
      },
      { to: '/admin/policies', rights: ['sla.read'], text: 'admin.place.policies', icon: IconStopwatch },
      { to: '/admin/calendars', rights: ['sla.read'], text: 'admin.place.calendars', icon: IconCalendarTime },
      { to: '/admin/contact', rights: ['admin.settings'], text: 'contact.title', icon: IconPhone },
      { to: '/admin/surveys', rights: ['survey.read'], text: 'admin.place.surveys', icon: IconForms },
    ],
  },
  {
    text: 'admin.group.access',
    places: [
      { to: '/admin/sign-in', rights: ['admin.settings'], text: 'admin.place.signIn', icon: IconShieldLock },
      { to: '/admin/api-clients', rights: ['api-client.write'], text: 'admin.place.apiClients', icon: IconApi },
    ],
  },
  {
    text: 'admin.group.system',
    places: [
      { to: '/admin/mail', rights: ['mail-log.read', 'ticket.work'], text: 'admin.place.mail', icon: IconInbox },
      { to: '/admin/mailbox', rights: ['admin.mailbox'], text: 'admin.place.mailbox', icon: IconMail },
      { to: '/admin/jobs', rights: ['admin.settings'], text: 'admin.place.jobs', icon: IconRefreshDot },
      { to: '/admin/settings', rights: ['admin.settings'], text: 'admin.place.settings', icon: IconSettings },
    ],
  },
];

/** The groups with what a person may open in them. */
export const adminGroupsFor = (rights: readonly string[]): AdminGroup[] =>
  groups
    .map((group) => ({ ...group, places: group.places.filter((place) => place.rights.some((right) => rights.includes(right))) }))
    .filter(({ places }) => places.length > 0);

/** Where a person's administration begins: the first place that he may open. */
export const firstAdminPlace = (rights: readonly string[]): AdminPlace['to'] | undefined => adminGroupsFor(rights)[0]?.places[0]?.to;
