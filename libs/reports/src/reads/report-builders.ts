import type { ReportBuilder } from './report-builder.js';

/** The reports that are made here, by their codes. */
export class ReportBuilders {
  private readonly byCode: ReadonlyMap<string, ReportBuilder>;

  constructor(builders: readonly ReportBuilder[]) {
    this.byCode = new Map(builders.map((builder) => [builder.code, builder]));
  }

  find(code: string): ReportBuilder | undefined {
    return this.byCode.get(code);
  }

  codes(): string[] {
    return [...this.byCode.keys()];
  }
}
