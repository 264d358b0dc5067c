import { randomUUID } from 'node:crypto';

const BATCH = 500;
const MICROS = 1_000_000;

/**
 * Loads `count` resolved incidents through the product's own bulk path, the one that a replay takes: incidents, clocks folded over their
 * events, events, in transactions of 500. Answers tickets per second.
 */
export async function loadInBulk(app, modules, ids, count) {
  const { incidents, platform, sla } = modules;
  const unitOfWork = app.get(platform.UnitOfWork);
  const clocks = app.get(sla.ImportClocks);
  const rules = await clocks.rules();
  const begun = performance.now();
  for (let at = 0; at < count; at += BATCH) {
    const tickets = Array.from({ length: Math.min(BATCH, count - at) }, () => storyOf(ids, rules.until));
    await unitOfWork.run(async (tx) => {
      await incidents.importIncidents(
        tx,
        tickets.map(({ incident }) => incident),
      );
      const replayed = tickets.map(({ events }) => clocks.replay(events, rules));
      await clocks.importClocks(tx, replayed, rules);
      const all = tickets.flatMap(({ events }, nth) => [...events, ...replayed[nth].events]);
      await platform.appendEvents(tx, all, app.get(platform.ReactionRegistry), { imported: true });
    });
  }
  return (1000 * count) / (performance.now() - begun);
}

function storyOf({ institutionId, requesterId, serviceId, groupId, agentId }, until) {
  const id = randomUUID();
  const submittedAt = until - 40 * 86_400 * MICROS;
  const at = (hours) => submittedAt + hours * 3_600 * MICROS;
  const weight = { impact: 2, urgency: 2, priority: 3 };
  const iso = new Date(submittedAt / 1000).toISOString();
  const event = (type, hours, payload) => ({
    type: `incidents.${type}`,
    version: 1,
    subject: { type: 'ticket', id },
    actorId: agentId,
    at: at(hours),
    payload,
  });
  return {
    incident: {
      ...{
        id,
        title: 'Lēns tīkls',
        description: 'Slodzei.',
        requesterId,
        affectedUserId: requesterId,
        createdById: requesterId,
        institutionId,
        serviceId,
      },
      ...{ groupId, assigneeId: agentId, ...weight, state: 'closed', holdReason: null, source: 'portal', restricted: false, origin: null },
      ...{ submittedAt, updatedAt: at(100), resolvedAt: at(2), closedAt: at(100), resolverGroupId: groupId, resolverId: agentId },
      ...{ reopenCount: 0, hopCount: 0, duplicateOfId: null, resolutionCode: 'fixed', resolutionText: 'Novērsts.' },
    },
    events: [
      event('submitted', 0, {
        institutionId,
        serviceId,
        groupId,
        requesterId,
        affectedUserId: requesterId,
        ...weight,
        source: 'portal',
        submittedAt: iso,
      }),
      event('accepted', 1, { groupId, assigneeId: agentId }),
      event('resolved', 2, { code: 'fixed', groupId, assigneeId: agentId, firstContact: true }),
      event('closed', 100, { cause: 'timeout' }),
    ],
  };
}
