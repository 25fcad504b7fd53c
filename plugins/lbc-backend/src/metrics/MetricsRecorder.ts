import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** What the engine and the sources measure. All of it is optional to hear. */
export interface MetricsRecorder {
  /** One call to an upstream API, such as `elbv2 DescribeLoadBalancers`. */
  apiCall(options: {
    source: 'kubernetes' | 'aws';
    operation: string;
    outcome: 'ok' | 'throttled' | 'denied' | 'failed';
  }): void;
  sweepFinished(options: {
    source: 'kubernetes' | 'aws';
    target: string;
    seconds: number;
    outcome: 'committed' | 'outdated' | 'failed';
  }): void;
  /** How many kinds of a target have which coverage. */
  coverage(options: {
    target: string;
    kinds: Readonly<Record<string, number>>;
  }): void;
  snapshotAge(options: { target: string; seconds: number }): void;
  queue(options: { due: number; running: number }): void;
  correlateFinished(options: {
    unit: string;
    seconds: number;
    outcome: 'committed' | 'unchanged' | 'outdated' | 'failed';
  }): void;
}

const COVERAGES = ['complete', 'partial', 'denied', 'failed', 'absent'];

/** Records to the backend's metrics; to nobody where there is no such service. */
export function createMetricsRecorder(
  metrics: MetricsService | undefined,
): MetricsRecorder {
  if (!metrics) {
    return {
      apiCall: () => {},
      sweepFinished: () => {},
      coverage: () => {},
      snapshotAge: () => {},
      queue: () => {},
      correlateFinished: () => {},
    };
  }
  const calls = metrics.createCounter('api_calls', {
    description: 'Calls to Kubernetes and AWS, by operation and outcome',
  });
  const sweeps = metrics.createHistogram('sweep.duration', {
    description: 'How long a sweep of one cluster or scope took',
    unit: 's',
  });
  const kinds = metrics.createGauge('coverage.kinds', {
    description: 'Kinds of a target, by coverage',
  });
  const age = metrics.createGauge('snapshot.age', {
    description: 'Age of the last good sweep of a target',
    unit: 's',
  });
  const jobs = metrics.createGauge('jobs', {
    description: 'Jobs that are due and that run',
  });
  const correlate = metrics.createHistogram('correlate.duration', {
    description: 'How long a run of correlate for one unit took',
    unit: 's',
  });
  return {
    apiCall: attributes => calls.add(1, { ...attributes }),
    sweepFinished: ({ seconds, ...attributes }) =>
      sweeps.record(seconds, attributes),
    coverage: ({ target, kinds: counts }) => {
      for (const coverage of COVERAGES) {
        kinds.record(counts[coverage] ?? 0, { target, coverage });
      }
    },
    snapshotAge: ({ target, seconds }) => age.record(seconds, { target }),
    queue: ({ due, running }) => {
      jobs.record(due, { state: 'due' });
      jobs.record(running, { state: 'running' });
    },
    correlateFinished: ({ seconds, ...attributes }) =>
      correlate.record(seconds, attributes),
  };
}
