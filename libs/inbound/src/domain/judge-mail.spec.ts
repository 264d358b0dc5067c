import { describe, expect, it } from '@jest/globals';
import { judgeMail, type MailFacts, type MailPolicy, MOST_FOR_TICKET, type NamedThread } from './judge-mail.js';

const POLICY: MailPolicy = { unknown: 'park', unproven: 'park', perSenderAndHour: 30 };
const ilze = { id: 'ilze', staff: false };
const agent = { id: 'agent', staff: true };
const janis = { id: 'janis', staff: false };
const thread: NamedThread = { ticketId: 't', userId: 'ilze', personIds: ['ilze', 'janis'] };
const FACTS: MailFacts = {
  proof: 'passed',
  hasSender: true,
  claimed: [ilze],
  addressed: undefined,
  answered: undefined,
  domainInstitutionId: undefined,
  recentOfSender: 0,
  recentOfTicket: 0,
};
const judge = (facts: Partial<MailFacts>, policy: Partial<MailPolicy> = {}) => judgeMail({ ...FACTS, ...facts }, { ...POLICY, ...policy });

describe('A reply by mail', () => {
  it('counts as that of the person who was sent the address', () => {
    for (const proof of ['passed', 'absent', 'unchecked'] as const) {
      expect(judge({ addressed: thread, proof })).toEqual({ act: 'reply', ticketId: 't', userId: 'ilze', why: 'signed_address' });
    }
  });

  it('never counts as an agent’s, whatever address he claims, unless the ticket is his own', () => {
    expect(judge({ addressed: thread, claimed: [agent] })).toMatchObject({ act: 'park', why: 'sender_not_addressee' });
    expect(judge({ answered: thread, claimed: [agent] })).toMatchObject({ act: 'park', why: 'sender_not_addressee' });
  });

  it('counts as that of somebody else of the ticket only where he is proved', () => {
    expect(judge({ addressed: thread, claimed: [janis] })).toMatchObject({ act: 'reply', userId: 'janis' });
    expect(judge({ addressed: thread, claimed: [janis], proof: 'absent' })).toMatchObject({ act: 'park' });
    expect(judge({ addressed: thread, claimed: [janis], proof: 'unchecked' })).toMatchObject({ act: 'park' });
  });

  it('waits where the sender is forged, unknown, unclear, or no longer of the ticket', () => {
    expect(judge({ addressed: thread, proof: 'failed' })).toMatchObject({ act: 'park', ticketId: 't', why: 'sender_forged' });
    expect(judge({ addressed: thread, claimed: [] })).toMatchObject({ act: 'park', why: 'sender_not_addressee' });
    expect(judge({ addressed: thread, hasSender: false, claimed: [] })).toMatchObject({ act: 'park', why: 'sender_unclear' });
    expect(judge({ addressed: { ...thread, personIds: ['janis'] } })).toMatchObject({ act: 'park', why: 'not_a_party' });
  });

  it('is known by the mail that it answers, where senders are proved only from a proved one', () => {
    expect(judge({ answered: thread })).toMatchObject({ act: 'reply', userId: 'ilze', why: 'thread' });
    expect(judge({ answered: thread, proof: 'unchecked' })).toMatchObject({ act: 'reply' });
    expect(judge({ answered: thread, proof: 'absent' })).toMatchObject({ act: 'park', why: 'sender_unproven' });
  });
});

describe('A new mail', () => {
  it('becomes a ticket of a proved person, also of one who works here', () => {
    expect(judge({})).toEqual({ act: 'create', userId: 'ilze', why: 'new_mail' });
    expect(judge({ claimed: [agent] })).toMatchObject({ act: 'create', userId: 'agent' });
  });

  it('waits where nobody proves the sender, unless the settings trust a claim, and never an agent’s', () => {
    expect(judge({ proof: 'unchecked' })).toMatchObject({ act: 'park', why: 'sender_unproven' });
    expect(judge({ proof: 'unchecked' }, { unproven: 'create' })).toMatchObject({ act: 'create', why: 'sender_unproven' });
    expect(judge({ proof: 'unchecked', claimed: [agent] }, { unproven: 'create' })).toMatchObject({ act: 'park' });
    expect(judge({ proof: 'absent' }, { unproven: 'create' })).toMatchObject({ act: 'park' });
  });

  it('of an unknown sender waits, is refused, or brings him onto the register by his domain', () => {
    const unknown = { claimed: [] };
    expect(judge(unknown)).toMatchObject({ act: 'park', why: 'sender_unknown' });
    expect(judge(unknown, { unknown: 'refuse' })).toEqual({ act: 'refuse', answer: true, why: 'sender_unknown' });
    expect(judge({ ...unknown, proof: 'absent' }, { unknown: 'refuse' })).toMatchObject({ act: 'refuse', answer: false });
    expect(judge({ ...unknown, domainInstitutionId: 'i' })).toMatchObject({ act: 'create-person', institutionId: 'i' });
    expect(judge({ ...unknown, domainInstitutionId: 'i', proof: 'absent' })).toMatchObject({ act: 'park' });
    expect(judge({ ...unknown, domainInstitutionId: 'i', proof: 'unchecked' })).toMatchObject({ act: 'park' });
  });

  it('of an address that two people have waits', () => {
    expect(judge({ claimed: [ilze, janis] })).toMatchObject({ act: 'park', why: 'sender_ambiguous' });
  });

  it('waits where there are too many', () => {
    expect(judge({ recentOfSender: 29 })).toMatchObject({ act: 'create' });
    expect(judge({ recentOfSender: 30 })).toMatchObject({ act: 'park', why: 'too_many' });
    expect(judge({ addressed: thread, recentOfTicket: MOST_FOR_TICKET })).toMatchObject({ act: 'park', why: 'too_many_for_ticket' });
  });
});
