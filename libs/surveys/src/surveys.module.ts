import { Module } from '@nestjs/common';

/** Surveys: what is asked (builder), whom (campaigns), the answers (drop box) and what they say (results). */
@Module({})
export class SurveysModule {}
