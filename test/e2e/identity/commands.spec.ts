import { ActorReader, CreateGroup, CreateInstitution, CreateUser, GrantRole, IdentityFacts, scopeOf } from '#identity';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type DemoPeople, layOutDemo, Visitor } from './visitor.js';

let app: TestApp;
let people: DemoPeople;

beforeAll(async () => {
  app = await startTestApp();
  people = await layOutDemo(app);
});

afterAll(() => app?.close());

const person = (login: string | null, institutionId: string, password: string | null = null) =>
  app.app.get(CreateUser).execute({ login, name: 'Anna Vanaga', email: null, phone: null, locale: 'en', institutionId, password });

describe('the operator at the machine', () => {
  it('adds an institution, a person in it, a group that he leads, and his role', async () => {
    const institutionId = await app.app
      .get(CreateInstitution)
      .execute({ nameLv: 'Arhīvs', nameEn: 'Archive', kind: 'agency', isClient: true, activeFrom: '2026-01-01', parentId: null });
    const userId = await person('Anna.Vanaga', institutionId, 'a password that is long');
    const group = {
      nameLv: 'Arhīva atbalsts',
      nameEn: 'Archive support',
      tier: 2,
      isUserSupport: false,
      calendarCode: 'lv-8x5',
      email: null,
    };
    const groupId = await app.app.get(CreateGroup).execute({ ...group, memberIds: [], leadId: userId });
    await app.app.get(GrantRole).execute(null, { userId, role: 'agent' });
    const me = (await (await new Visitor(app.url).signIn('anna.vanaga', 'a password that is long')).get('/me')).body;
    expect(me).toMatchObject({
      institution: { name: 'Archive' },
      groups: [{ id: groupId, name: 'Archive support', lead: true }],
      home: 'desk',
    });
    const facts = app.app.get(IdentityFacts);
    expect(await facts.leadOf(groupId)).toBe(userId);
    expect(await facts.membersOf(groupId)).toEqual([userId]);
    expect(await facts.contact(userId)).toEqual({ email: null, name: 'Anna Vanaga', locale: 'en' });
    await expect(app.app.get(CreateGroup).execute({ ...group, memberIds: [], leadId: null })).rejects.toMatchObject({
      code: 'identity.group-name-taken',
    });
  });

  it('is refused a login that is taken, an institution that is not there and a weak password', async () => {
    const me = (await (await people.visitor('ilze')).get('/me')).body as { institution: { id: string } };
    await expect(person('ILZE', me.institution.id)).rejects.toMatchObject({ code: 'identity.login-taken' });
    await expect(person('anna', '00000000-0000-8000-8000-000000000000')).rejects.toMatchObject({ code: 'identity.institution.not-found' });
    await expect(person('anna', me.institution.id, 'short')).rejects.toMatchObject({ code: 'identity.password-too-short' });
  });
});

describe('an administrator who grants', () => {
  it('needs a manager beside him for auditors, and cannot grant to himself', async () => {
    const actorOf = async (login: 'admin' | 'dace') => {
      const { id } = (await (await people.visitor(login)).get('/me')).body as { id: string };
      return (await app.app.get(ActorReader).byId(id))!;
    };
    const [admin, manager] = [await actorOf('admin'), await actorOf('dace')];
    const userId = await person(null, admin.institutionId);
    const grant = app.app.get(GrantRole);
    await expect(grant.execute(admin, { userId, role: 'auditor' })).rejects.toMatchObject({ code: 'identity.grant-needs-approver' });
    await expect(grant.execute(admin, { userId: admin.id, role: 'agent' })).rejects.toMatchObject({ code: 'identity.grant-to-self' });
    await grant.execute(admin, { userId, role: 'auditor', approvedBy: manager });
    const auditor = (await app.app.get(ActorReader).byId(userId))!;
    expect(scopeOf(auditor, 'ticket.read').all).toBe(true);
    expect(auditor.roles).toEqual(['auditor']);
  });
});
