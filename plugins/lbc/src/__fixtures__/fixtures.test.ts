import { english, renderMessage } from '@lbc-backstage/plugin-lbc-common';
import type { ApiMessage } from '@lbc-backstage/plugin-lbc-common';
import {
  comparisonReportSchema,
  compatibilityResponseSchema,
  entityLoadBalancersResponseSchema,
  entityReadinessResponseSchema,
  subjectDetailSchema,
} from '@lbc-backstage/plugin-lbc-common/schema';
import { comparisons, detailsFor, readiness, reports, responses } from '.';

/** Messages anywhere in a report; a finding has a code too, but a message of its own. */
function messagesIn(value: unknown): ApiMessage[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const own =
    'code' in value && typeof value.code === 'string' && !('message' in value)
      ? [value as ApiMessage]
      : [];
  return [...own, ...Object.values(value).flatMap(messagesIn)];
}

function codesIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(codesIn);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  // A finding's own code names a pattern; its title is the message.
  const isMessage = 'code' in value && !('title' in value);
  const own = isMessage && typeof value.code === 'string' ? [value.code] : [];
  return [...own, ...Object.values(value).flatMap(codesIn)];
}

describe.each(Object.entries(responses))('the fixture %s', (_name, answer) => {
  it('has the form of the API', () => {
    expect(entityLoadBalancersResponseSchema.parse(answer)).toEqual(answer);
    const details = detailsFor(answer);
    expect(details.size).toBe(answer.items.length);
    details.forEach(detail => {
      expect(subjectDetailSchema.parse(detail)).toEqual(detail);
    });
  });

  it('uses only codes that have a sentence', () => {
    const codes = codesIn([answer, [...detailsFor(answer).values()]]);
    expect(codes.filter(code => !(code in english))).toEqual([]);
  });
});

describe.each(Object.entries(reports))('the report %s', (_name, report) => {
  it('has the form of the API', () => {
    expect(compatibilityResponseSchema.parse(report)).toEqual(report);
  });

  it('uses only codes that have a sentence, with all its values', () => {
    const messages = messagesIn(report);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(message.code in english).toBe(true);
      expect(renderMessage(message)).not.toMatch(/\?/);
    }
  });
});

it.each(Object.entries(readiness))(
  'the readiness %s has the form of the API',
  (_name, answer) => {
    expect(entityReadinessResponseSchema.parse(answer)).toEqual(answer);
  },
);

it.each(Object.entries(comparisons))(
  'the comparison %s has the form of the API',
  (_name, answer) => {
    expect(comparisonReportSchema.parse(answer)).toEqual(answer);
  },
);

describe.each(Object.entries({ ...readiness, ...comparisons }))(
  'the answer %s',
  (_name, answer) => {
    it('uses only codes that have a sentence, with all its values', () => {
      for (const message of messagesIn(answer)) {
        expect([message.code, message.code in english]).toEqual([
          message.code,
          true,
        ]);
        expect(renderMessage(message)).not.toMatch(/\?/);
      }
    });
  },
);
