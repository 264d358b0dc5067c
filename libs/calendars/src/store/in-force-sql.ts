/**
 * The id of the version in force of the calendar in `column`, as an SQL expression: the one that was published last. For statements of
 * other modules that must choose by it in the same breath.
 */
export function calendarVersionInForce(column: string): string {
  return `(select cv.id from calendars.calendar_version cv where cv.calendar_id = ${column} order by cv.version desc limit 1)`;
}
