import { SubjectCase } from './case';

/** Targets of a subject, as far as their health was read. */
export interface HealthReading {
  healthy: number;
  /** Unhealthy beyond what is expected. */
  unhealthy: number;
  /** Registered targets of any state. */
  total: number;
  /** Target groups whose health nobody has read. */
  unread: number;
  /** Target groups that have targets and none healthy. */
  groupsDown: number;
  /** Target groups without any target. */
  groupsEmpty: number;
  groups: number;
  oldestReadAt?: string;
}

const UNHEALTHY = new Set(['unhealthy', 'unhealthy.draining']);

/** Zonal shift takes targets out on purpose. */
function isShifted(override: string | undefined): boolean {
  return (
    override !== undefined && /^zonal_shift_(active|delegated)/.test(override)
  );
}

/**
 * Whether unhealthy instances are expected: with externalTrafficPolicy Local,
 * nodes without a pod fail the check on purpose.
 */
function isLocalInstance(subject: SubjectCase, targetType?: string): boolean {
  return (
    targetType === 'instance' &&
    subject.owners.some(({ record }) => record.localTraffic === true)
  );
}

/** Many rules ask for it. */
const known = new WeakMap<SubjectCase, Readonly<HealthReading>>();

/** Counts a subject's targets by health. */
export function unhealthyTargets(
  subject: SubjectCase,
): Readonly<HealthReading> {
  let reading = known.get(subject);
  if (!reading) {
    reading = readHealth(subject);
    known.set(subject, reading);
  }
  return reading;
}

function readHealth(subject: SubjectCase): HealthReading {
  const reading: HealthReading = {
    healthy: 0,
    unhealthy: 0,
    total: 0,
    unread: 0,
    groupsDown: 0,
    groupsEmpty: 0,
    groups: subject.targetGroups.length,
  };
  for (const { health, targetGroup } of subject.targetGroups) {
    if (!health) {
      reading.unread++;
      continue;
    }
    if ((reading.oldestReadAt ?? health.observedAt) >= health.observedAt) {
      reading.oldestReadAt = health.observedAt;
    }
    let healthy = 0;
    let unhealthy = 0;
    for (const { state, administrativeOverride } of health.targets) {
      if (state === 'healthy') {
        healthy++;
      } else if (UNHEALTHY.has(state) && !isShifted(administrativeOverride)) {
        unhealthy++;
      }
    }
    const expected =
      healthy > 0 && isLocalInstance(subject, targetGroup.targetType);
    reading.healthy += healthy;
    reading.unhealthy += expected ? 0 : unhealthy;
    reading.total += health.targets.length;
    reading.groupsEmpty += health.targets.length === 0 ? 1 : 0;
    reading.groupsDown += health.targets.length > 0 && healthy === 0 ? 1 : 0;
  }
  return reading;
}
