import type { Measure } from '../types';
import { assumeRole } from './assumeRole';
import { compatibility } from './compatibility';
import { correlate } from './correlate';
import { drift } from './drift';
import { entityApi } from './entityApi';
import { inventoryCalls } from './inventoryCalls';
import { pageBytes } from './pageBytes';
import { pageViewCalls } from './pageViewCalls';
import { readiness } from './readiness';
import { storedBytes } from './storedBytes';
import { sweepMemory } from './sweepMemory';

/** All measurements, in the order of the table. */
export const MEASURES: readonly Measure[] = [
  inventoryCalls,
  pageViewCalls,
  entityApi,
  correlate,
  drift,
  compatibility,
  readiness,
  storedBytes,
  sweepMemory,
  assumeRole,
  pageBytes,
];
