import { type CalendarDefinition, WorkingCalendar } from '#calendars';
import { parseInstant } from '#kernel';
import { readSeed } from '#platform';
import { tellStories } from './tell-stories.js';

const officeHours = new WorkingCalendar(readSeed<CalendarDefinition>('reference/calendar-lv-8x5.json'));
const now = parseInstant('2026-11-23T07:00:00Z');
const tell = (seed: number) => tellStories({ now, days: 60, perDay: 6, seed }, officeHours);

describe('the demonstration', () => {
  it('tells nothing of the future', () => {
    for (const { incident, comments, rating } of tell(1)) {
      const instants = [...incident.events.map((e) => e.at ?? now), ...comments.map((c) => c.at), ...(rating ? [rating.at] : [])];
      expect(Math.max(...instants)).toBeLessThanOrEqual(now);
    }
  });

  it('tells each ticket in order', () => {
    for (const { incident } of tell(2)) {
      const instants = incident.events.map((e) => e.at ?? now);
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
    }
  });

  it('leaves work for the desk in each open state, and something to rate', () => {
    const states = new Set(tell(3).map(({ incident }) => incident.state));
    expect([...states].sort()).toEqual(['closed', 'in_progress', 'new', 'on_hold', 'resolved']);
  });

  it('lets some tickets come back, once, and solves them again', () => {
    const back = tell(5).filter(({ incident }) => incident.ticket.reopenCount > 0);
    expect(back.length).toBeGreaterThan(5);
    for (const { incident } of back) {
      const types = incident.events.map(({ type }) => type);
      expect(types.filter((type) => type === 'incidents.reopened')).toHaveLength(1);
      expect(types.indexOf('incidents.reopened')).toBeGreaterThan(types.indexOf('incidents.resolved'));
    }
    expect(back.some(({ incident }) => incident.state === 'closed')).toBe(true);
  });

  it('is rated only by whoever it was for', () => {
    for (const { incident, rating } of tell(4)) if (rating) expect(rating.raterId).toBe(incident.ticket.requesterId);
  });
});
