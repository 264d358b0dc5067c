import { randomUUID } from 'node:crypto';

const inSeconds = (seconds) => new Date(Date.now() + seconds * 1000).toISOString();

const HOLDS = [
  [2, { reason: 'awaiting_requester', question: 'Vai kļūda atkārtojas?' }],
  [3, { reason: 'agreed_date' }],
  [2, { reason: 'awaiting_vendor' }],
];

function hold(chance) {
  const body = chance.weighted(HOLDS);
  return body.reason === 'agreed_date' ? { ...body, until: inSeconds(chance.whole(3, 12)), requesterAgreed: true } : body;
}

/** What can be done to a ticket: by whom, where, with what, and which event the log must hold for each acknowledgement. */
export const ACTIONS = {
  accept: { by: 'agent', path: 'acceptance', event: 'incidents.accepted', body: () => ({}) },
  hold: { by: 'agent', path: 'hold', event: 'incidents.put-on-hold', body: hold },
  resume: { by: 'agent', path: 'resumption', event: 'incidents.resumed', body: () => ({}) },
  resolve: {
    by: 'agent',
    path: 'resolution',
    event: 'incidents.resolved',
    body: (chance) => ({ code: chance.one(['fixed', 'workaround', 'user_advised']), text: 'Novērsts.', breachReason: 'Noslodze.' }),
  },
  priority: {
    by: 'agent',
    path: 'priority',
    event: 'incidents.priority-changed',
    body: (chance) => ({
      impact: chance.whole(1, 3),
      urgency: chance.whole(1, 3),
      reason: chance.one(['new_information', 'requester_upgrade']),
      requesterAsked: chance.happens(0.2),
    }),
  },
  reopen: { by: 'requester', path: 'reopening', event: 'incidents.reopened', body: () => ({ reason: 'Atkal nedarbojas.' }) },
  confirm: { by: 'requester', path: 'confirmation', event: 'incidents.confirmed', body: () => ({}) },
  reply: { by: 'agent', comment: true, body: () => ({ body: `Atbilde ${randomUUID()}`, visibility: 'public' }) },
  note: { by: 'agent', comment: true, body: () => ({ body: `Piezīme ${randomUUID()}`, visibility: 'internal' }) },
  answer: { by: 'requester', comment: true, body: () => ({ body: `Papildinājums ${randomUUID()}`, visibility: 'public' }) },
  rate: {
    by: 'requester',
    rating: true,
    body: (chance) => ({ value: chance.one(['bad', 'satisfactory', 'good']), comment: randomUUID() }),
  },
};

/** How likely each action is, by the state that the ticket was last seen in; now and then one that the lifecycle refuses. */
const WISHES = {
  new: [
    [6, 'accept'],
    [2, 'reply'],
    [2, 'priority'],
    [1, 'answer'],
    [1, 'resolve'],
  ],
  assigned: [
    [6, 'accept'],
    [2, 'reply'],
    [2, 'priority'],
    [1, 'note'],
  ],
  in_progress: [
    [4, 'hold'],
    [4, 'resolve'],
    [2, 'priority'],
    [1, 'reply'],
    [1, 'note'],
    [1, 'answer'],
  ],
  on_hold: [
    [4, 'resume'],
    [3, 'answer'],
    [1, 'priority'],
    [1, 'resolve'],
    [1, 'hold'],
  ],
  resolved: [
    [4, 'rate'],
    [4, 'reopen'],
    [2, 'confirm'],
    [1, 'accept'],
  ],
};

/** @returns {string | undefined} the name of an action, or none for a ticket that is done with */
export const wishFor = (chance, state) => WISHES[state] && chance.weighted(WISHES[state]);
