import { type Actor, holds } from '#identity';
import { arrow } from '#kernel';
import { type Evidence, type ProcessRecord, withdrawn } from './process.js';
import { mayDescribe, mayVerify } from './process-access.js';
import { type ProcessEvent, processLifecycle } from './process-lifecycle.js';
import type { TodoCode } from './todo.js';

/** What the actor may do with a process by its stage and the access rules. Whether the conditions are met, the attempt tells. */
export function abilitiesOf(actor: Actor, process: ProcessRecord) {
  const can = (event: ProcessEvent): boolean => arrow(processLifecycle, process.stage, event) !== undefined;
  const approves = holds(actor, 'process.approve');
  const owns = mayDescribe(actor, process);
  const other = approves && actor.id !== process.ownerId;
  const lives = process.stage !== 'retired';
  return {
    describe: owns && lives,
    changeOwner: approves && lives,
    addEvidence: owns && lives,
    design: owns && can('design'),
    approve: other && can('approve'),
    goLive: owns && can('go_live'),
    implement: other && can('implement'),
    review: owns && can('review'),
    retire: approves && can('retire'),
  };
}

export function evidenceAbilitiesOf(actor: Actor, process: ProcessRecord, evidence: Evidence) {
  const holdsStill = !withdrawn(evidence) && process.stage !== 'retired';
  const { fileSha256, verifiedById } = evidence;
  return {
    file: holdsStill && mayDescribe(actor, process) && fileSha256 === null && verifiedById === null,
    verify: holdsStill && mayVerify(actor, process, evidence) && verifiedById === null,
    takeVerificationBack: holdsStill && holds(actor, 'process.approve') && verifiedById !== null,
    withdraw: holdsStill && mayDescribe(actor, process),
  };
}

/** May the actor do himself what is missing? What only time or use can bring, anybody may look at. */
export function mayDo(actor: Actor, process: ProcessRecord, code: TodoCode, evidence: readonly Evidence[]): boolean {
  const can = abilitiesOf(actor, process);
  switch (code) {
    case 'describe':
      return can.describe;
    case 'add-order':
    case 'file-order':
    case 'external':
      return can.addEvidence;
    case 'owner':
      return can.changeOwner;
    case 'verify':
    case 'verify-external':
      return evidence.some((one) => one.kind !== 'review' && evidenceAbilitiesOf(actor, process, one).verify);
    case 'use':
    case 'usage':
    case 'conformance':
    case 'metric':
      return true;
    default:
      return can[code];
  }
}
