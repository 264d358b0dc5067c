import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, fieldRefused } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import type { Measurement } from '../domain/indicator-value.js';
import type { Indicator, Scorecard } from '../domain/scorecard.js';
import { scorecardEvent } from '../domain/scorecard-events.js';
import { IndicatorValues } from '../reads/indicator-values.js';
import { dayOf } from '../reads/scorecard-years.js';
import { MeasurementStore } from '../store/measurement-store.js';
import { ScorecardStore } from '../store/scorecard-store.js';

export type MeasurementInput = Pick<Measurement, 'year' | 'origin' | 'value' | 'numerator' | 'denominator' | 'achievedOn' | 'source'>;

/** Records a value that the desk does not measure, with the document that it comes from. A later one of the same year stands for it. */
@Injectable()
export class RecordMeasurement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: ScorecardStore,
    private readonly measurements: MeasurementStore,
    private readonly values: IndicatorValues,
  ) {}

  /**
   * Answers its id. Throws `processes.measured-by-desk` (409) where the desk itself measures the indicator in that year, and of the input
   * `processes.year-outside`, `processes.value-missing`, `processes.value-invalid`, `processes.counts-invalid`, `processes.date-in-future`.
   */
  async execute(actorId: string | null, indicatorId: string, input: MeasurementInput): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const { indicator, card } = await this.cards.indicator(tx, indicatorId);
      const measurement = await sound(tx, indicator, card, input);
      if (await this.values.isMeasured(tx, indicator, measurement.year))
        throw new DomainError('processes.measured-by-desk', {}, 'conflict');
      const id = randomUUID();
      await this.measurements.add(tx, { ...measurement, id, indicatorId, recordedById: actorId });
      const { year, origin, value, achievedOn } = measurement;
      await tx.append(
        scorecardEvent('value-recorded', card.id, actorId, { indicatorId, measurementId: id, year, origin, value, achievedOn }),
      );
      return id;
    });
  }

  /** The file that proves a value, once. Throws `processes.file-kept-already`. */
  async file(actorId: string, indicatorId: string, id: string, { name, bytes }: { name: string; bytes: Buffer }): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { card } = await this.cards.indicator(tx, indicatorId);
      const kept = await this.measurements.one(tx, indicatorId, id);
      if (kept.fileSha256 !== null) throw new DomainError('processes.file-kept-already', {}, 'conflict');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await this.measurements.addFile(tx, id, { name, sha256, bytes });
      await tx.append(scorecardEvent('value-filed', card.id, actorId, { indicatorId, measurementId: id, sha256 }));
    });
  }
}

/** The input as it is kept: a share with its counts is their quotient, a milestone's year is that of its day. */
async function sound(tx: Tx, indicator: Indicator, card: Scorecard, input: MeasurementInput): Promise<MeasurementInput> {
  const { achievedOn, numerator, denominator } = input;
  if (indicator.kind === 'milestone') {
    if (achievedOn === null) throw fieldRefused('processes.value-missing', 'achievedOn');
    if (achievedOn > (await dayOf(tx))) throw fieldRefused('processes.date-in-future', 'achievedOn');
    const year = Number(achievedOn.slice(0, 4));
    return { ...input, year: Math.min(Math.max(year, card.firstYear), card.lastYear), value: null, numerator: null, denominator: null };
  }
  if (input.year < card.firstYear || input.year > card.lastYear) throw fieldRefused('processes.year-outside', 'year');
  const counted = numerator !== null || denominator !== null;
  if (counted && (numerator === null || denominator === null || denominator < 1 || numerator > denominator || indicator.unit !== 'percent'))
    throw fieldRefused('processes.counts-invalid', 'numerator');
  const value = counted ? (numerator! / denominator!) * 100 : input.value;
  if (value === null) throw fieldRefused('processes.value-missing', 'value');
  if (indicator.unit === 'percent' && value > 100) throw fieldRefused('processes.value-invalid', 'value');
  return { ...input, value, achievedOn: null };
}
