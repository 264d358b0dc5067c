import { type Actor, holds } from '#identity';
import { arrow } from '#kernel';
import { type Evidence, type ProcessRecord, withdrawn } from './process.js';
import { mayDescribe, mayVerify } from './process-access.js';
import { type ProcessEvent, processLifecycle } from './process-lifecycle.js';

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
