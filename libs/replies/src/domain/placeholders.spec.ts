import { describe, expect, it } from '@jest/globals';
import { fillPlaceholders, unknownPlaceholder } from './placeholders.js';

const VALUES = { 'requester.name': 'Ilze Kalniņa', 'ticket.number': 'INC-2026-000123', 'ticket.title': 'Nestrādā {{agent.name}}' };

describe('A text kept ready', () => {
  it('is filled with what the ticket says, blanks within the braces or not', () => {
    expect(fillPlaceholders('Labdien, {{requester.name}}! {{ ticket.number }}', VALUES)).toBe('Labdien, Ilze Kalniņa! INC-2026-000123');
  });

  it('shows a place that the ticket has nothing for', () => {
    expect(fillPlaceholders('Par {{service.name}}', VALUES)).toBe('Par {{service.name}}');
    expect(fillPlaceholders('Par {{service.name}}', { 'service.name': '' })).toBe('Par {{service.name}}');
  });

  it('never fills what a value brings along', () => {
    expect(fillPlaceholders('{{ticket.title}}', { ...VALUES, 'agent.name': 'Toms' })).toBe('Nestrādā {{agent.name}}');
  });

  it('keeps the values on their line', () => {
    expect(fillPlaceholders('{{ticket.title}}', { 'ticket.title': 'Viens\n# Divi' })).toBe('Viens # Divi');
  });

  it('may leave open only what somebody can fill', () => {
    expect(unknownPlaceholder('{{requester.name}} un {{agent.firstName}}')).toBeUndefined();
    expect(unknownPlaceholder('{{requester.name}} {{requester.salary}}')).toBe('requester.salary');
    expect(unknownPlaceholder('{{constructor}}')).toBe('constructor');
    expect(unknownPlaceholder('{{}}')).toBe('');
    expect(unknownPlaceholder('{ "a": { "b": 1 } }')).toBeUndefined();
  });

  it('is read in a moment, whatever stands in it', () => {
    const began = process.hrtime.bigint();
    unknownPlaceholder('{{'.repeat(10_000) + ' '.repeat(10_000));
    expect(Number(process.hrtime.bigint() - began) / 1e6).toBeLessThan(500);
  });
});
