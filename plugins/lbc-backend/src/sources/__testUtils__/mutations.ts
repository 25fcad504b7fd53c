import { Fleet } from 'lbc-sandbox';

/** Nothing here may ever change anything, or read a Secret. */
export function expectOnlyReads(fleet: Fleet): void {
  expect(fleet.calls.mutations()).toEqual([]);
  expect(fleet.calls.total('kubernetes GET secrets')).toBe(0);
}
