/** The calendar that every contender can express: windows with a lunch break on weekdays, holidays, one zone. */
export const CALENDAR = {
  timezone: 'Europe/Riga',
  windows: [
    ['08:30', '12:30'],
    ['13:00', '17:00'],
  ],
  weekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-04', '2026-06-23', '2026-06-24', '2026-11-18', '2026-12-24'],
};

const HOUR = 3_600_000;

/** The same questions in each run: starts all over 2026, both nights of daylight saving included, amounts of DOMAIN 4.1. Milliseconds. */
export function questions(count) {
  let state = 20_260_302;
  const random = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const hours = [2, 4, 8, 16, 40, 80];
  return Array.from({ length: count }, (_, n) => {
    const start = Date.UTC(2026, 0, 1) + Math.floor(random() * 330 * 24 * 60) * 60_000;
    return { start, amount: hours[n % hours.length] * HOUR, end: start + Math.floor(random() * 20 * 24 * 60) * 60_000 };
  });
}
