import { Module } from '@nestjs/common';
import { IndicatorSources } from './ports/indicator-sources.js';

/** Imported by whoever measures an indicator (`IndicatorSources.register`) and by the scorecard, which asks. */
@Module({ providers: [IndicatorSources], exports: [IndicatorSources] })
export class IndicatorSourcesModule {}
