import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { KpisModule } from '#kpis';
import { IndicatorsController } from './http/indicators.controller.js';
import { ScorecardsController } from './http/scorecards.controller.js';
import { IndicatorSourcesModule } from './indicator-sources.module.js';
import { IndicatorKpiSources } from './reads/indicator-kpi-sources.js';
import { IndicatorReader } from './reads/indicator-reader.js';
import { IndicatorValues } from './reads/indicator-values.js';
import { ScorecardExport } from './reads/scorecard-export.js';
import { ScorecardReader } from './reads/scorecard-reader.js';
import { ScorecardTemplates } from './reads/scorecard-template.js';
import { ScorecardWords } from './reads/scorecard-words.js';
import { ScorecardYears } from './reads/scorecard-years.js';
import { MeasurementStore } from './store/measurement-store.js';
import { ProcessStore } from './store/process-store.js';
import { ScorecardStore } from './store/scorecard-store.js';
import { SnapshotStore } from './store/snapshot-store.js';
import { CreateScorecard } from './use-cases/create-scorecard.js';
import { FreezeScorecard } from './use-cases/freeze-scorecard.js';
import { LayScorecards } from './use-cases/lay-scorecards.js';
import { RecordMeasurement } from './use-cases/record-measurement.js';
import { SetIndicatorTarget } from './use-cases/set-indicator-target.js';

/** The scorecard: goals and indicators against their targets, from the desk's own figures and from documents. */
@Module({
  imports: [IdentityModule, KpisModule, IndicatorSourcesModule],
  controllers: [ScorecardsController, IndicatorsController],
  providers: [
    ...[ScorecardStore, MeasurementStore, SnapshotStore, ProcessStore],
    ...[IndicatorKpiSources, IndicatorValues, ScorecardTemplates, ScorecardWords, ScorecardYears],
    ...[ScorecardReader, IndicatorReader, ScorecardExport],
    ...[CreateScorecard, RecordMeasurement, SetIndicatorTarget, FreezeScorecard, LayScorecards],
  ],
  exports: [ScorecardReader, ScorecardYears, ScorecardExport, LayScorecards],
})
export class ScorecardModule {}
