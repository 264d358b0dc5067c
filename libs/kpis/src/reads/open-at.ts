/** The condition for a stretch (`f` of `kpis.open_fact`) to have begun before a moment and not to have ended before it; by `ix_open_fact_during`. */
export const openAt = (moment: string): string => `tstzrange(f.from_at, f.to_at, '(]') @> ${moment}`;
