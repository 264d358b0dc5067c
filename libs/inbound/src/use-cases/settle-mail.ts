import { Injectable } from '@nestjs/common';
import { MarkBounced, ReplyAddresses } from '#notifications';
import { Settings, type Tx } from '#platform';
import {
  type AutomaticMail,
  automaticMail,
  deliveryNamed,
  diagnosisOf,
  mayBeAnswered,
  type OwnMail,
  withoutTag,
} from '../domain/automatic-mail.js';
import { judgeMail, type MailPolicy, type Verdict } from '../domain/judge-mail.js';
import type { ParsedMail } from '../domain/parsed-mail.js';
import { FindThreads, GatherFacts, type NamedThreads } from '../reads/gather-facts.js';
import type { Settled } from '../store/mails.js';
import { ActOnMail, type ReadableMail } from './act-on-mail.js';

/** The envelope of a mail, as far as it is known. */
export interface Envelope {
  readonly envelopeFrom: string | null;
  readonly envelopeTo: readonly string[];
}

/** Decides what becomes of a mail that could be read, and does it, in the caller's transaction. */
@Injectable()
export class SettleMail {
  constructor(
    private readonly settings: Settings,
    private readonly replies: ReplyAddresses,
    private readonly findThreads: FindThreads,
    private readonly gatherFacts: GatherFacts,
    private readonly act: ActOnMail,
    private readonly markBounced: MarkBounced,
  ) {}

  /** Throws what the rules of tickets refuse. */
  async execute(tx: Tx, mail: ReadableMail, { envelopeFrom, envelopeTo }: Envelope): Promise<Settled> {
    const { parsed } = mail;
    const threads = await this.findThreads.of(tx, parsed, envelopeTo);
    const automatic = automaticMail(parsed, envelopeFrom ?? returnPath(parsed), this.own);
    if (automatic) return this.note(tx, parsed, automatic, threads);
    const verdict = judgeMail(await this.gatherFacts.of(tx, parsed, threads), this.policy);
    return this.act.execute(tx, mail, this.mayAnswer(parsed, verdict));
  }

  private mayAnswer(parsed: ParsedMail, verdict: Verdict): Verdict {
    return verdict.act === 'refuse' ? { ...verdict, answer: verdict.answer && mayBeAnswered(parsed, this.own) } : verdict;
  }

  private async note(tx: Tx, parsed: ParsedMail, { fate, why }: AutomaticMail, threads: NamedThreads): Promise<Settled> {
    const ticketId = (threads.addressed ?? threads.answered)?.ticketId ?? null;
    if (fate !== 'bounce') return { fate, why, ticketId };
    const detail = diagnosisOf(parsed);
    const named = deliveryNamed(parsed, this.replies.host);
    if (why !== 'delivery_failed' || named === undefined)
      return { fate, why: named === undefined ? 'delivery_unknown' : why, detail, ticketId };
    const sent = await this.markBounced.execute(tx, named, detail);
    return sent ? { fate, why, detail, deliveryId: sent.id, ticketId: sent.ticketId } : { fate, why: 'delivery_unknown', detail, ticketId };
  }

  private get own(): OwnMail {
    return { address: withoutTag(this.replies.desk), host: this.replies.host };
  }

  private get policy(): MailPolicy {
    const { mailUnknown, mailUnproven, mailPerSenderAndHour } = this.settings;
    return { unknown: mailUnknown, unproven: mailUnproven, perSenderAndHour: mailPerSenderAndHour };
  }
}

/** The envelope's sender as the last mail server wrote it down: '' for the null sender, null where it wrote nothing. */
function returnPath({ headers }: ParsedMail): string | null {
  const value = headers.find(({ key }) => key === 'return-path')?.value;
  return value === undefined ? null : value.trim().replace(/^<|>$/g, '').toLowerCase();
}
