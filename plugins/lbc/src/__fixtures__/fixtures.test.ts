import { english } from '@lbc-backstage/plugin-lbc-common';
import {
  entityLoadBalancersResponseSchema,
  subjectDetailSchema,
} from '@lbc-backstage/plugin-lbc-common/schema';
import { detailsFor, responses } from '.';

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
