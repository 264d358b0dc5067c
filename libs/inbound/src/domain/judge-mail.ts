import type { MailReason } from './mail-fate.js';
import type { SenderProof } from './sender-proof.js';

/** A person of the register whose address the sender claims. */
export interface ClaimedPerson {
  readonly id: string;
  /** Works on tickets: nothing is ever done in his name that the sender's address alone would say. */
  readonly staff: boolean;
}

/** A ticket that a mail names by something that only its addressee was sent. */
export interface NamedThread {
  readonly ticketId: string;
  /** To whom that was sent. */
  readonly userId: string;
  /** Who may answer now: requester, affected user, and the addressee where he follows the ticket and does not work here. */
  readonly personIds: readonly string[];
}

/** What is known of a mail when it is judged. */
export interface MailFacts {
  readonly proof: SenderProof;
  /** False where the mail has no sender, or more than one. */
  readonly hasSender: boolean;
  /** Active people with the sender's address. */
  readonly claimed: readonly ClaimedPerson[];
  /** The ticket of a signed reply address that it was sent to. */
  readonly addressed: NamedThread | undefined;
  /** The ticket of a mail of ours that it answers. */
  readonly answered: NamedThread | undefined;
  /** The institution whose domain the sender's address has, where an administrator named it. */
  readonly domainInstitutionId: string | undefined;
  /** Mails of this sender within the hour, and of this ticket, this one not counted. */
  readonly recentOfSender: number;
  readonly recentOfTicket: number;
}

/** What the settings say. */
export interface MailPolicy {
  readonly unknown: 'park' | 'refuse';
  readonly unproven: 'park' | 'create';
  readonly perSenderAndHour: number;
}

export type Verdict =
  | { readonly act: 'reply'; readonly ticketId: string; readonly userId: string; readonly why: MailReason }
  | { readonly act: 'create'; readonly userId: string; readonly why: MailReason }
  | { readonly act: 'create-person'; readonly institutionId: string; readonly why: MailReason }
  | { readonly act: 'park'; readonly ticketId?: string; readonly why: MailReason }
  | { readonly act: 'refuse'; readonly answer: boolean; readonly why: MailReason };

const park = (why: MailReason, ticketId?: string): Verdict => ({ act: 'park', why, ...(ticketId === undefined ? {} : { ticketId }) });

/** A ticket that so many mails reach within an hour is in the middle of something that a person should look at. */
export const MOST_FOR_TICKET = 30;

/**
 * Decides what a mail that a person wrote is to become. The address of a sender is a claim: it counts where the mail server before us
 * proves it, or together with something that only that person was sent (a signed address, the id of a mail to him). Nothing is ever done
 * as an agent, and what is in doubt waits for one.
 */
export function judgeMail(facts: MailFacts, policy: MailPolicy): Verdict {
  const thread = facts.addressed ?? facts.answered;
  if (facts.recentOfSender >= policy.perSenderAndHour) return park('too_many', thread?.ticketId);
  if (thread && facts.recentOfTicket >= MOST_FOR_TICKET) return park('too_many_for_ticket', thread.ticketId);
  if (!facts.hasSender) return park('sender_unclear', thread?.ticketId);
  if (facts.proof === 'failed') return park('sender_forged', thread?.ticketId);
  return thread ? judgeReply(facts, thread) : judgeNew(facts, policy);
}

function judgeReply({ claimed, proof, addressed }: MailFacts, thread: NamedThread): Verdict {
  const { ticketId, userId, personIds } = thread;
  const why: MailReason = addressed ? 'signed_address' : 'thread';
  if (claimed.some(({ id }) => id === userId)) {
    if (!personIds.includes(userId)) return park('not_a_party', ticketId);
    // The ids of our mails travel with every copy of the conversation; where senders are proved, one who is not is not believed.
    return addressed || proof !== 'absent' ? { act: 'reply', ticketId, userId, why } : park('sender_unproven', ticketId);
  }
  // Somebody else of the ticket, to whom the mail was passed on: only where he is proved to be himself.
  const other = claimed.find(({ id }) => personIds.includes(id));
  if (other && proof === 'passed') return { act: 'reply', ticketId, userId: other.id, why };
  return park('sender_not_addressee', ticketId);
}

function judgeNew({ claimed, proof, domainInstitutionId }: MailFacts, { unknown, unproven }: MailPolicy): Verdict {
  const [person] = claimed;
  if (claimed.length > 1) return park('sender_ambiguous');
  if (person) {
    if (proof === 'passed') return { act: 'create', userId: person.id, why: 'new_mail' };
    const created = proof === 'unchecked' && unproven === 'create' && !person.staff;
    return created ? { act: 'create', userId: person.id, why: 'sender_unproven' } : park('sender_unproven');
  }
  if (domainInstitutionId !== undefined && proof === 'passed')
    return { act: 'create-person', institutionId: domainInstitutionId, why: 'new_person' };
  // An answer to an address that nobody proved would reach whoever was named, not whoever wrote.
  return unknown === 'refuse' ? { act: 'refuse', answer: proof === 'passed', why: 'sender_unknown' } : park('sender_unknown');
}
