import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError, type DomainEvent, notFound } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { changesBetween, onlySwitchesOff, type RuleChanges } from '../domain/rule-changes.js';
import { type Rule, type RuleTerms, termsOf } from '../domain/rule.js';
import { MOST_RULES, requireSoundTerms } from '../domain/sound-terms.js';
import { CurrentRules } from '../reads/current-rules.js';
import { RuleGrounds } from '../reads/rule-grounds.js';
import { RuleStore } from '../store/rule-store.js';

/** Writes rules, and puts them in order. One at a time: whoever writes holds the set. */
@Injectable()
export class KeepRules {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: RuleStore,
    private readonly grounds: RuleGrounds,
    private readonly current: CurrentRules,
  ) {}

  /** Puts a rule behind the others; answers its id. Throws `routing.too-many-rules`, and 422 for what is wrong with a field. */
  async create(actor: Actor, terms: RuleTerms): Promise<string> {
    requireSoundTerms(terms);
    return this.write(actor, async (tx) => {
      if ((await this.rules.list(tx)).length >= MOST_RULES)
        throw new DomainError('routing.too-many-rules', { most: MOST_RULES }, 'conflict');
      await this.grounds.require(tx, terms);
      const id = randomUUID();
      await this.rules.add(tx, id, actor.id, terms);
      await this.told(tx, event('created', id, actor, terms.title, {}));
      return id;
    });
  }

  /** Writes the whole of it anew. Throws `routing.rule.not-found`, `platform.version-mismatch` (412), and 422 as `create`. */
  async change(actor: Actor, id: string, terms: RuleTerms, ifMatch: string | undefined): Promise<void> {
    requireSoundTerms(terms);
    await this.write(actor, async (tx) => {
      const before = await this.require(tx, id);
      requireVersion(ifMatch, before.version);
      const changes = changesBetween(termsOf(before), terms);
      if (Object.keys(changes).length === 0) return;
      if (!onlySwitchesOff(changes)) await this.grounds.require(tx, terms);
      await this.rules.change(tx, id, actor.id, terms);
      await this.told(tx, event('changed', id, actor, terms.title, changes));
    });
  }

  async remove(actor: Actor, id: string, ifMatch: string | undefined): Promise<void> {
    await this.write(actor, async (tx) => {
      const { version, title } = await this.require(tx, id);
      requireVersion(ifMatch, version);
      await this.rules.remove(tx, id);
      await this.told(tx, event('removed', id, actor, title, {}));
    });
  }

  /** Puts a rule in another place, counted from 1; `ifMatch` names the version of the whole set. */
  async move(actor: Actor, id: string, position: number, ifMatch: string | undefined): Promise<void> {
    await this.write(actor, async (tx, version) => {
      requireVersion(ifMatch, version);
      const { title, position: from } = await this.require(tx, id);
      const others = (await this.rules.list(tx)).map((rule) => rule.id).filter((other) => other !== id);
      const to = Math.min(position, others.length + 1);
      if (to === from) return;
      await this.rules.reorder(tx, others.toSpliced(to - 1, 0, id));
      await this.told(tx, event('moved', id, actor, title, { position: { from, to } }));
    });
  }

  private async write<T>(actor: Actor, work: (tx: Tx, version: number) => Promise<T>): Promise<T> {
    requireRight(actor, 'admin.settings');
    const result = await this.unitOfWork.run(async (tx) => work(tx, await this.rules.lockSet(tx)));
    this.current.forget();
    return result;
  }

  private async told(tx: Tx, what: DomainEvent): Promise<void> {
    await this.rules.raiseSet(tx);
    await tx.append(what);
  }

  private async require(tx: Tx, id: string): Promise<Rule> {
    const rule = await this.rules.find(id, tx);
    if (!rule) throw notFound('routing.rule');
    return rule;
  }
}

function event(what: string, id: string, actor: Actor, title: string, changes: RuleChanges): DomainEvent {
  const payload = { title, ...(Object.keys(changes).length > 0 ? { changes } : {}) };
  return { type: `routing.rule-${what}`, version: 1, subject: { type: 'routing-rule', id }, actorId: actor.id, payload };
}
