import { Announce, HaveThisToo, TellOfAnnouncement } from '#changes';
import { demoId } from '#identity';
import { instant } from '#kernel';
import { UnitOfWork } from '#platform';
import type { INestApplicationContext } from '@nestjs/common';
import { demoActor } from './demo-actor.js';

const HOUR = 3_600_000_000;
/** Who has the disruption too: people of two institutions. */
const AFFECTED = ['ilze', 'janis', 'zane'];

/** One disruption that goes on, with its news, and planned work that was announced for later. */
export async function layAnnouncements(app: INestApplicationContext): Promise<void> {
  const now = await app.get(UnitOfWork).run(async (tx) => tx.now);
  const writer = await demoActor(app, 'andris');
  const announce = app.get(Announce, { strict: false });
  const running = await announce.execute(writer, {
    ...{ kind: 'disruption', incident: null, change: null, institutionIds: [], serviceIds: [demoId('service', 'VPN')] },
    title: { lv: 'VPN savienojums mēdz pārtrūkt', en: 'The VPN connection drops now and then' },
    text: {
      lv: 'Strādājot attālināti, savienojums reizēm pārtrūkst un jāpieslēdzas no jauna. Birojā viss darbojas.',
      en: 'Working remotely, the connection sometimes drops and must be made again. In the office everything works.',
    },
    startsAt: instant(now - 2 * HOUR),
    expectedEndAt: instant(now + 4 * HOUR),
  });
  await announce.execute(writer, {
    ...{ kind: 'planned_work', incident: null, change: null, institutionIds: [], serviceIds: [demoId('service', 'RECORDS')] },
    title: { lv: 'Dokumentu vadības sistēma vakarā nebūs pieejama', en: 'The records system will be away in the evening' },
    text: {
      lv: 'Uzstādīsim jaunu laidienu. Saglabājiet iesāktos dokumentus pirms darbu sākuma.',
      en: 'We are installing a new release. Save what you have begun before the work starts.',
    },
    startsAt: instant(now + 52 * HOUR),
    expectedEndAt: instant(now + 55 * HOUR),
  });
  for (const login of AFFECTED) await app.get(HaveThisToo, { strict: false }).execute(await demoActor(app, login), running);
  await app.get(TellOfAnnouncement, { strict: false }).update(writer, running, {
    lv: 'Iemesls atrasts: pārslogots viens no vārtejas mezgliem. Pārslēdzam uz rezerves mezglu.',
    en: 'The cause is found: one node of the gateway is overloaded. We are moving to the spare one.',
  });
}
